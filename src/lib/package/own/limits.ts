/** The largest file that is read, in bytes; a packed one must not be larger unpacked either. */
export const MOST_BYTES = 200_000_000;
/** Rows and columns that a table may have. */
export const MOST_ROWS = 5_000_000;
export const MOST_COLUMNS = 2_000;
/** Characters that one row may have before it counts as broken. */
export const LONGEST_ROW = 262_144;
/** Faults that are listed; the rest is counted. */
export const MOST_FAULTS = 200;
/** Counts below this are pointed out, where the package says nothing else. */
export const SMALL_COUNT = 11;
/** Rows that a reader sees before the table is used. */
export const FIRST_ROWS = 5;
