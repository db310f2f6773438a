import type { DataPackage, HelpLine } from '../types.ts';

/** The lines that stand on every page: those of the package's country, or all where it names none. */
export function homeLines({ helpLines }: DataPackage, lines: readonly HelpLine[]): HelpLine[] {
	if (!helpLines || Array.isArray(helpLines)) return [...lines];
	return lines.filter(({ country }) => country === helpLines.country);
}
