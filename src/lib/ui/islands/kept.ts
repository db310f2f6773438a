/** In the browser the markup of an island: any text but none keeps what the build put in. */
export const KEPT = ' ';
