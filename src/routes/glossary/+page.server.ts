import { webAddress } from '$lib/package/index.ts';
import { glossary } from '$lib/server/learn/pages.ts';
import { loadPackage } from '$lib/server/package.ts';
import { sourceEntriesOf } from '$lib/server/sourceEntries.ts';
import { DEFAULT_LOCALE, formatMoment } from '$lib/words/numbers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { counted, field } = await glossary();
	const sources = sourceEntriesOf((await loadPackage()).tables);
	const shown = (id: string | undefined) => {
		const entry = id === undefined ? undefined : sources.get(id);
		return entry && { title: entry.title, url: webAddress(entry.url) ?? '' };
	};
	return {
		counted: counted.map(({ source, ...term }) => ({ ...term, source: shown(source) })),
		field,
		reviewed: field.reviewed ? formatMoment(field.reviewed, DEFAULT_LOCALE) : ''
	};
};
