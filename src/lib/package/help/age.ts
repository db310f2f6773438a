import { localized } from '../labels.ts';
import type { HelpLine } from '../types.ts';

/** Days after which a number should be looked at again. */
export const LONGEST_UNCHECKED = 180;

const DAY = 86_400_000;

/** Whole days from one day to another, both as `2026-08-31`. */
function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/**
 * One sentence for each help line that ought to be looked at: nobody knows when it was checked, or that is long ago.
 * @param today as `2026-08-31`
 */
export function helpLinesToCheck(lines: readonly HelpLine[], today: string): string[] {
	return lines.flatMap(({ name, country, phone, text, verifiedOn, source }) => {
		const number = phone ?? text;
		const called = [country, localized(name), number].filter((part) => part !== undefined).join(', ');
		const where = source ? ` Look at ${source} and at the line’s own site.` : ' Name its source.';
		if (verifiedOn === undefined) return [`${called}: has no date in verified_on.${where}`];
		const days = daysBetween(verifiedOn, today);
		if (days < 0) return [`${called}: verified_on, ${verifiedOn}, has not come yet.`];
		if (days <= LONGEST_UNCHECKED) return [];
		return [`${called}: was checked ${days} days ago, on ${verifiedOn}.${where}`];
	});
}
