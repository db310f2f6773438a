import { DESCRIPTOR, filesOf } from '../package/index.ts';
import type { DataPackage } from '../package/types.ts';
import type { ProtectedPackage } from './protectPackage.ts';

/** Where the log of what was withheld stands in a public folder; it holds nothing that is withheld. */
export const PROTECTION_LOG = 'disclosure-log.json';

/**
 * Every file of the public folder of a protected package, and nothing else of the private one: its text, or undefined
 * where the private file is copied as it is.
 */
export function publicFiles(
	pkg: DataPackage,
	{ files, log }: ProtectedPackage
): Map<string, string | undefined> {
	const paths = new Set([DESCRIPTOR, ...filesOf(pkg)]);
	return new Map([
		...[...paths].map((path) => [path, files.get(path)] as const),
		[PROTECTION_LOG, `${JSON.stringify(log, null, '\t')}\n`]
	]);
}
