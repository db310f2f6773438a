import { beforeAll, describe, expect, it } from 'vitest';
import { auditPackage, loadSolver, protectPackage, type Solver } from '../../../src/lib/disclosure/index.ts';
import { sheetsOf, type Sheet } from './sheet.ts';

let solver: Solver;

beforeAll(async () => {
	solver = await loadSolver();
});

/** Lines of figures of which the audit says something. */
async function found(...sheets: Sheet[]): Promise<string[]> {
	const { pkg, tables } = sheetsOf(sheets);
	const { faults } = await auditPackage(pkg, tables, () => Promise.resolve(solver));
	return faults.map(({ file, row }) => `${file}:${row}`);
}

/** How many figures protection withholds in all. */
function withheld(...sheets: Sheet[]): number {
	const { pkg, tables, texts } = sheetsOf(sheets);
	const { files, faults } = protectPackage(pkg, tables, texts, solver);
	expect(faults).toEqual([]);
	return [...files.values()].join('').split('[c]').length - 1;
}

type Figure = number | '[c]';

/** One unit by year, in a table of its own. */
const yearly = (unit: string, ...figures: Figure[]): Sheet => ({
	name: unit,
	columns: ['@year'],
	rows: figures.map((figure, index) => `${2019 + index}, ${figure}`),
	unit
});

/** Measures by time in one table, each of its own unit. */
const measured = (name: string, measures: string[], rows: Record<string, Figure[]>): Sheet => ({
	name,
	columns: ['@time', '#measure', '$unit'],
	rows: Object.entries(rows).flatMap(([time, figures]) =>
		measures.map((measure, index) => `${time}, ${measure}, ${measure}, ${figures[index]}`)
	)
});

describe('a total whose parts stand in several tables', () => {
	const women = yearly('women', 140, 150, 149, 151, 166);
	const men = yearly('men', 61, 72, 70, 48, 55);
	const others = (last: Figure) => yearly('others', 19, 21, 14, 17, last);
	const everyone = (last = 229) => yearly('everyone', 220, 243, 233, 216, last);

	it('gives the one that is withheld', async () => {
		expect(await found(women, men, others('[c]'), everyone())).toEqual(['others.csv:6']);
		expect(withheld(women, men, others(8), everyone())).toBe(2);
	});

	it('and none where they do not come to it, or it may be chance', async () => {
		expect(await found(women, men, others('[c]'), yearly('everyone', 220, 243, 234, 216, 229))).toEqual([]);
		const short = [women, men, others('[c]'), everyone()].map((sheet) => ({
			...sheet,
			rows: sheet.rows.slice(-3)
		}));
		expect(await found(...short)).toEqual([]);
	});

	it('nor where the withheld one would be below zero', async () => {
		expect(await found(women, men, others('[c]'), everyone(220))).toEqual([]);
	});

	it('also where they must be added up over something first', async () => {
		const byRegion = ({ name, rows, unit }: Sheet): Sheet => ({
			name,
			columns: ['@year', '!region'],
			rows: rows.flatMap((row) => {
				const [year = '', figure = ''] = row.split(', ');
				const rest = figure === '[c]' ? '[c]' : Number(figure) - 11;
				return [`${year}, north, 11`, `${year}, south, ${rest}`];
			}),
			unit: unit ?? name
		});
		const few = yearly('others', 39, 41, 34, 37, '[c]');
		const all = yearly('everyone', 240, 263, 253, 236, 240);
		expect(await found(byRegion(women), byRegion(men), byRegion(few), all)).toEqual(['others.csv:11']);
	});

	it('and are more than four', async () => {
		const five = [
			[310, 402, 377, 391],
			[120, 95, 133, 101],
			[77, 61, 58, 70],
			[41, 44, 39, 52],
			[25, 19, 31, 28]
		];
		const last: Figure[] = [12, 18, 15, '[c]'];
		const all = [585, 639, 653, 650];
		const sheets = [...five, last].map((figures, index) => yearly(`part${index}`, ...figures));
		expect(await found(...sheets, yearly('all', ...all))).toEqual(['part5.csv:5']);
	});
});

describe('what is open, new and closed', () => {
	const rows = (closed: Figure): Record<string, Figure[]> => ({
		2019: [112, 230, 199, 143],
		2020: [143, 251, 240, 154],
		2021: [154, 207, 239, 122],
		2022: [122, 198, 185, 135],
		2023: [135, 44, closed, 172]
	});
	const names = ['open', 'new', 'closed', 'left'];

	it('gives one that is withheld', async () => {
		expect(await found(measured('cases', names, rows('[c]')))).toEqual(['cases.csv:20']);
		expect(withheld(measured('cases', names, rows(7)))).toBe(2);
	});

	it('also where they are groups of one dimension', async () => {
		const asGroups = (closed: Figure): Sheet => ({
			name: 'cases',
			columns: ['@year', 'stage'],
			rows: Object.entries(rows(closed)).flatMap(([year, figures]) =>
				names.map((name, index) => `${year}, ${name}, ${figures[index]}`)
			)
		});
		expect(await found(asGroups('[c]'))).toEqual(['cases.csv:20']);
		expect(withheld(asGroups(7))).toBe(2);
	});

	it('also where what is left stands as what is open a year later', async () => {
		const without = Object.entries(rows('[c]')).map(
			([year, figures]) => [year, figures.slice(0, 3)] as const
		);
		const sheet = measured('cases', names.slice(0, 3), {
			...Object.fromEntries(without),
			2024: [172, 190, 161]
		});
		expect(await found(sheet)).toEqual(['cases.csv:16']);
	});

	it('and what is left is what is open a year later, by itself', async () => {
		const left = yearly('left', 143, 154, 122, '[c]', 41);
		expect(await found(left, yearly('open', 112, 143, 154, 122, 8))).toEqual(['open.csv:6', 'left.csv:5']);
	});
});

describe('running totals', () => {
	const NEW: Figure[] = [31, 44, 28, 39, '[c]', 35, 40, 52, 33, 47, 29, 36, 41, 38, 22];
	const monthOf = (index: number) =>
		`${2022 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
	const sheet = (startsAnew: boolean): Sheet => {
		let running = 0;
		const rows = NEW.map((figure, index): [string, Figure[]] => {
			running = (startsAnew && index % 12 === 0 ? 0 : running) + (figure === '[c]' ? 8 : figure);
			return [monthOf(index), [running, figure]];
		});
		return measured('contacts', ['so far', 'new'], Object.fromEntries(rows));
	};

	it.each([true, false])(
		'give a month that is withheld; they begin anew each year: %s',
		async (startsAnew) => {
			expect(await found(sheet(startsAnew))).toEqual(['contacts.csv:11']);
		}
	);
});

it('a figure that stays as it was ties nothing to the period before', async () => {
	const sheet = measured('calls', ['all', 'repeated', 'first'], {
		2019: [151, 31, 120],
		2020: [160, 31, 129],
		2021: [149, 31, 118],
		2022: [170, 31, 139],
		2023: [39, '[c]', '[c]']
	});
	expect(await found(sheet)).toEqual([]);
});
