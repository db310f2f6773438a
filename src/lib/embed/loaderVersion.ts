/**
 * Version of the loader, raised with every change of its source, so that its address `/embed-VERSION.js` may be kept for
 * a year. An earlier version's address answers with the newest loader, so that no article loses its charts.
 */
export const LOADER_VERSION = '1';
