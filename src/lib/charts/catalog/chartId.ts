const WORDS = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Addresses of other things would be theirs: `/embed/404`, `/charts/ID-small.svg`, `/charts/ID-square.png`. */
const TAKEN = /^404$|-(small|square)$/;

/** What an ID must be, and what to write instead, as a fault says it. */
export const CHART_ID_RULE = {
	rule: 'an id has words of lower-case letters and digits with single hyphens between, is not 404 and does not end in -small or -square',
	mend: 'use one such as cases-by-year'
} as const;

/** Whether a value can be the ID of a chart, which is part of the addresses of its page, files and embeds. */
export function isChartId(value: unknown): value is string {
	return typeof value === 'string' && WORDS.test(value) && !TAKEN.test(value);
}
