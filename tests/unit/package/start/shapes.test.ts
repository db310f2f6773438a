import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf, started, textOf } from './start.ts';

/** Texts of cells as they are compared: labels without case, numbers without signs between digits. */
const plain = (text: string) => text.replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim();

const label = fc
	.tuple(fc.constantFrom('North', 'South', 'Unknown', 'Sex', 'Labor', 'Other', 'Östra', '北'), fc.nat(999))
	.map(([word, number]) => `${word} ${String.fromCharCode(97 + (number % 26))}${number}x`);

/** How one number is written in an export. */
const STYLES = {
	plain: (count: number) => String(count),
	comma: (count: number) => count.toLocaleString('en'),
	point: (count: number) => count.toLocaleString('de'),
	space: (count: number) => count.toLocaleString('en').replaceAll(',', '\u00a0'),
	quote: (count: number) => count.toLocaleString('en').replaceAll(',', '’')
};

const sheet = fc.record({
	rows: fc.uniqueArray(label, { minLength: 1, maxLength: 5 }),
	second: fc.option(fc.uniqueArray(label, { minLength: 2, maxLength: 3 }), { nil: undefined }),
	firstYear: fc.integer({ min: 1990, max: 2030 }),
	years: fc.integer({ min: 2, max: 5 }),
	style: fc.constantFrom(...(Object.keys(STYLES) as (keyof typeof STYLES)[])),
	delimiter: fc.constantFrom(',', ';', '\t'),
	end: fc.constantFrom('\n', '\r\n'),
	mark: fc.boolean(),
	titles: fc.nat(3),
	gap: fc.boolean(),
	isPadded: fc.boolean(),
	merges: fc.boolean(),
	notes: fc.nat(2),
	counts: fc.array(fc.oneof(fc.nat(2_000_000), fc.constant(null)), { minLength: 75, maxLength: 75 })
});

type Sheet = typeof sheet extends fc.Arbitrary<infer Value> ? Value : never;

/** The figures of a sheet, and the sheet as a spreadsheet exports it, years as columns. */
function exported(made: Sheet): {
	text: string;
	figures: [string[], number][];
	cells: [line: number, cell: string][];
} {
	const years = Array.from({ length: made.years }, (_, index) => String(made.firstYear + index));
	const keys = made.rows.flatMap((row) => made.second?.map((second) => [row, second]) ?? [[row]]);
	const figures: [string[], number][] = [];
	let at = 0;
	const body = keys.map((key, position) => {
		const cells = years.map((year) => {
			const count = made.counts[at++] ?? null;
			if (count !== null) figures.push([[year, ...key], count]);
			return count === null ? '' : STYLES[made.style](count);
		});
		const isMerged = made.merges && key.length > 1 && keys[position - 1]?.[0] === key[0];
		return [...(isMerged ? ['', key[1] ?? ''] : key), ...cells];
	});
	const head = [...(made.second ? ['Region', 'Kind'] : ['Region']), ...years];
	const pad = (cells: string[]) =>
		made.isPadded ? [...cells, ...Array<string>(head.length - cells.length).fill('')] : cells;
	const sheetRows = [
		...Array.from({ length: made.titles }, (_, index) => pad([`Title ${'abc'.charAt(index)} of the sheet`])),
		...(made.titles > 0 && made.gap ? [pad([''])] : []),
		head,
		...body,
		...(made.notes > 0 ? [pad([''])] : []),
		...Array.from({ length: made.notes }, (_, index) => pad([`Note ${'abc'.charAt(index)}: counted by hand`]))
	];
	const cells = sheetRows.flatMap((row, at) => row.map((cell): [number, string] => [at + 1, cell]));
	const written = (cell: string) =>
		cell.includes(made.delimiter) || cell.includes('"') ? `"${cell}"` : cell;
	const text = sheetRows.map((cells) => cells.map(written).join(made.delimiter)).join(made.end);
	return { text: `${made.mark ? '\ufeff' : ''}${text}${made.end}`, figures, cells };
}

describe('years as columns', () => {
	it('become rows with the same figures, and every cell is in the package or told', async () => {
		await fc.assert(
			fc.asyncProperty(sheet, async (made) => {
				const { text, figures, cells } = exported(made);
				// A sheet without a single figure is no table.
				fc.pre(made.counts.slice(0, made.years).some((count) => count !== null && count > 2200));
				const { proposal, faults } = await started({ 'export.csv': text });
				expect(faults).toEqual([]);
				const description = JSON.parse(textOf(proposal, 'datapackage.json')) as {
					resources: {
						schema: { fields: { name: string; categories?: { value: string; label: string }[] }[] };
					}[];
				};
				const { fields = [] } = description.resources[0]?.schema ?? {};
				const [header = [], ...rows] = rowsOf(proposal, 'export.csv');
				const told = (name: string, code: string) =>
					fields.find((field) => field.name === name)?.categories?.find(({ value }) => value === code)
						?.label ?? code;
				const got = rows.map((row) => [
					row.slice(0, -1).map((code, index) => told(header[index] ?? '', code)),
					Number(row.at(-1))
				]);
				const sorted = (list: unknown[]) => list.map((each) => JSON.stringify(each)).sort();
				expect(sorted(got)).toEqual(sorted(figures));
				const left = new Set(proposal.leftOut.map(({ value = '' }) => value));
				const within = JSON.stringify(description);
				const numbers = new Set(rows.map((row) => row.at(-1)));
				const years = new Set(rows.map(([year]) => year));
				// Texts are told by their line alone.
				const lines = new Set(
					proposal.leftOut.flatMap(({ row, value }) => (value === undefined ? [row] : []))
				);
				const lost = cells.filter(([line, text]) => {
					const cell = plain(text);
					if (
						cell === '' ||
						left.has(cell) ||
						lines.has(line) ||
						within.includes(JSON.stringify(cell).slice(1, -1))
					)
						return false;
					return !years.has(cell) && !numbers.has(cell.replaceAll(/[.,’ ]/g, ''));
				});
				expect(lost).toEqual([]);
			}),
			{ seed: 7, numRuns: 150 }
		);
	});
});
