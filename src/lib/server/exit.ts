import { localized } from '../package/index.ts';
import type { DataPackage } from '../package/types.ts';
import type { ExitTarget } from '../ui/exit/types.ts';
import { m } from '../words/index.ts';

/** A page that is the same for everybody in every country. */
const STANDARD = 'https://www.wikipedia.org/';

/** Where a reader who leaves in a hurry is taken: what the package says, or else an encyclopedia. */
export function exitTarget({ exit }: DataPackage): ExitTarget {
	if (!exit) return { url: STANDARD, name: m.exit_standard() };
	return { url: exit.url, name: localized(exit.name) };
}
