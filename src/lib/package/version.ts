/** The folder of a package in which releases are kept, each whole in a folder of its own: `releases/v1.0.0/`. */
export const ARCHIVE = 'releases';

/** The file that says what each release changed, in the folder of the releases. */
export const CHANGELOG = `${ARCHIVE}/changelog.json`;

/** Whether a text is a version as this project writes them: `1.0.0`, three numbers without leading zeros. */
export function isVersion(text: string): boolean {
	// Six digits at most, for a version is part of an address and of a path.
	return /^(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2}$/.test(text);
}

/** Order of two versions by their numbers, the older first: 1.9.0 before 1.10.0. */
export function compareVersions(one: string, two: string): number {
	const [first, second] = [one, two].map((version) => version.split('.').map(Number));
	for (const [index, number] of (first ?? []).entries()) {
		const difference = number - (second?.[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
