/** The largest export that is turned into a package, in bytes: aggregates are small. */
export const LARGEST_EXPORT = 20_000_000;
