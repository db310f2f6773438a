import type { DataPackage, Table } from '../package/types.ts';
import { isEarlier, presentName, versionTables } from './earlier.ts';
import type { Figures } from './figures.ts';
import { evidentSums } from './evidence.ts';
import { totalsAround } from './periods.ts';
import { Rollup, type Books } from './rollup.ts';
import { shareNames } from './sharedNames.ts';
import { summedUp } from './summed.ts';
import { flowTies } from './flows.ts';
import { seriesTies } from './series.ts';
import { Ties } from './ties.ts';

/**
 * What ties figures although no rule names it, because any reader sees it: a total of an additive dimension that
 * stands in another table, a year beside its quarters or months, the sum that two tables split each in its own
 * way, and measures that always add up to another one. Each release by itself, and the present one together with the
 * tables of the earlier one that it has no more.
 */
export function unnamedTies(pkg: DataPackage, tables: Record<string, Table>, figures: Figures): Ties {
	const ties = new Ties(figures.cells);
	// Where nothing is withheld, nothing can be worked out.
	if (!figures.cells.some(({ value, mode }) => value === null || mode === 'protect')) return ties;
	const versions = versionTables(pkg);
	const all = Object.values(tables).filter(
		({ resource }) => figures.at.has(resource.name) && !versions.has(resource.name)
	);
	const isGuarded = figures.cells.some(({ mode }) => mode === 'protect');
	const present = all.filter(({ resource }) => !isEarlier(resource.name));
	const earlier = all.filter(({ resource }) => isEarlier(resource.name));
	const dropped = earlier.filter(({ resource }) => !Object.hasOwn(tables, presentName(resource.name)));
	for (const own of [present, earlier, dropped.length > 0 ? [...present, ...dropped] : []]) {
		const rollups = own.map((table) => new Rollup(pkg, table, figures));
		const periods = totalsAround(rollups.flatMap((rollup) => rollup.periods()));
		const witnesses = isGuarded ? rollups.map((rollup) => rollup.witness()) : [];
		shareNames(witnesses, periods);
		const sums = summedUp(witnesses, periods);
		for (const [index, evident] of evidentSums(witnesses, sums).entries()) rollups[index]?.trust(evident);
		const books: Books = { registry: new Map(), waiting: [], ties, periods };
		for (const rollup of rollups) rollup.enter(books);
		for (const rollup of rollups) rollup.sum(books);
		for (const { terms, identity, over, at } of books.waiting) {
			const total = books.registry.get(identity);
			if (total) ties.add(terms, total.terms, false, { over, at, other: total.standing });
		}
		seriesTies(sums, ties);
		flowTies(sums, ties);
	}
	return ties;
}
