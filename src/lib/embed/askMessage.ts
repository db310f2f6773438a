/** What a host sends to a frame whose height it may have missed; the frame tells it again. */
export const ASK = 'hotline-chart:ask';
