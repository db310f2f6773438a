import type { CatalogueTable } from './types.ts';

const words = (text: string) => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

/** The tables with those of their figures in whose names, or in whose table's name, all searched words stand. */
export function findFigures(catalogue: readonly CatalogueTable[], search: string): CatalogueTable[] {
	const wanted = words(search).split(/\s+/).filter(Boolean);
	return catalogue.flatMap((table) => {
		const entries = table.entries.filter(({ label }) => {
			const text = words(`${label} ${table.title}`);
			return wanted.every((word) => text.includes(word));
		});
		return entries.length ? [{ ...table, entries }] : [];
	});
}
