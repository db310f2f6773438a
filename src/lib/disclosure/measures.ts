import { fieldByRole } from '../package/labels.ts';
import type { DataPackage, Table } from '../package/types.ts';
import { standingOf, type FigureAt, type Figures } from './figures.ts';
import { settingsOf } from './settings.ts';
import { slicesOver, type Slice } from './sums.ts';
import { termsOf, type Ties } from './ties.ts';

/** Of more measures than this, which ones add up is not looked for: there are too many ways. */
const MOST = 12;

/** Rows of one unit that differ in their measure alone. */
interface Measured {
	slice: Slice;
	/** The number of each measure; undefined where it is withheld or not known. */
	numbers: (number | undefined)[];
}

/** The groups of measures, as bits, that add up to one of them in every row where all of them are published. */
function groupsOf(total: number, count: number, rows: readonly Measured[]): number[] {
	const found: number[] = [];
	for (let bits = 0; bits < 1 << count; bits++) {
		if (bits & (1 << total)) continue;
		const parts = [...Array(count).keys()].filter((index) => bits & (1 << index));
		if (parts.length < 2) continue;
		const seen = new Set<string>();
		const holds = rows.every(({ numbers }) => {
			const known = [...parts, total].map((index) => numbers[index]);
			if (known.includes(undefined)) return true;
			const sum = parts.reduce((sum, index) => sum + (numbers[index] ?? 0), 0);
			if (sum > 0) seen.add(known.join());
			return sum === numbers[total];
		});
		// Once may be chance, unless it is all columns.
		if (holds && seen.size >= (parts.length === count - 1 ? 1 : 2)) found.push(bits);
	}
	return found.filter((bits) => !found.some((other) => other !== bits && (other & bits) === bits));
}

/** Ties measures of a protected table that add up to another one wherever all are published, as columns of a sheet do. */
export function measureTies(pkg: DataPackage, table: Table, figures: Figures, ties: Ties): void {
	const { resource } = table;
	const field = fieldByRole(resource, 'measure');
	if (!field || settingsOf(pkg, resource).mode !== 'protect') return;
	const at = figures.at.get(resource.name) ?? [];
	const unit = fieldByRole(resource, 'unit')?.name ?? '';
	const byUnit = new Map<string, Slice[]>();
	for (const slice of slicesOver(table, field).values()) {
		const key = String(slice.row[unit] ?? '');
		byUnit.set(key, [...(byUnit.get(key) ?? []), slice]);
	}
	for (const slices of byUnit.values()) {
		const measures = [...new Set(slices.flatMap(({ members }) => [...members.keys()]))];
		if (measures.length < 3 || measures.length > MOST) continue;
		const figureOf = ({ members }: Slice, measure: string | undefined): FigureAt =>
			at[members.get(measure ?? '') ?? -1];
		const rows = slices.map((slice): Measured => {
			const numbers = measures.map((measure) => {
				const figure = figureOf(slice, measure);
				if (figure === 'none') return 0;
				return figure === undefined ? undefined : (figures.cells[figure]?.value ?? undefined);
			});
			return { slice, numbers };
		});
		for (const [index, measure] of measures.entries()) {
			for (const bits of groupsOf(index, measures.length, rows)) {
				const parts = measures.filter((_, part) => bits & (1 << part));
				for (const { slice } of rows) {
					const [total, ...terms] = [measure, ...parts].map((each) =>
						termsOf(figureOf(slice, each), figures.cells)
					);
					if (!total || terms.length === 0) continue;
					const known = terms.filter((each) => each !== undefined);
					const place = (of: string | undefined) => {
						const row = slice.members.get(of ?? '');
						return row === undefined ? undefined : standingOf(table, row);
					};
					const over = `${resource.name}.${field.name}`;
					const places = { over, at: place(parts.find((part) => place(part))), other: place(measure) };
					ties.add(known, total, known.length === terms.length, places);
				}
			}
		}
	}
}
