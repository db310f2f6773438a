/** Where a reader who leaves in a hurry is taken. */
export interface ExitTarget {
	/** `https`, without query and fragment. */
	url: string;
	/** What it is, in words. */
	name: string;
}
