import { beforeAll, describe, expect, it } from 'vitest';
import { auditPackage, loadSolver, protectPackage, type Solver } from '../../../src/lib/disclosure/index.ts';
import { sheetsOf, type Sheet } from './sheet.ts';

let solver: Solver;

beforeAll(async () => {
	solver = await loadSolver();
});

const DERIVABLE = 'a withheld figure can be worked out to fewer than 11 values';
const BROKEN =
	'figures that seem to be parts and their total, or one figure twice, do not agree, and no rule ties them';

/** What the audit says of sheets: faults as `file:line rule`, notes after them. */
async function said(...sheets: Sheet[]): Promise<string[]> {
	const { pkg, tables } = sheetsOf(sheets);
	const { faults, notes } = await auditPackage(pkg, tables, () => Promise.resolve(solver));
	return [...faults, ...notes].map(({ file, row, rule }) => `${file}:${row} ${rule}`);
}

/** The rows of each file that protection writes, and its faults. */
function written(...sheets: Sheet[]) {
	const { pkg, tables, texts } = sheetsOf(sheets);
	const { files, faults } = protectPackage(pkg, tables, texts, solver);
	const rows = Object.fromEntries([...files].map(([name, text]) => [name, text.trim().split('\n').slice(1)]));
	return { rows, faults: faults.map(({ rule, file, row }) => `${file}:${row} ${rule}`) };
}

const YEARS: Sheet = { name: 'years', columns: ['@year'], rows: ['2019, 90', '2020, 103', '2021, 95'] };
const quarters = (...figures: string[]): Sheet => ({
	name: 'quarters',
	columns: ['@quarter'],
	rows: figures.map((figure, index) => `2020-Q${index + 1}, ${figure}`),
	additive: ['quarter']
});

describe('a total that no rule names', () => {
	it('of the quarters of a year, in another table', async () => {
		const open = quarters('30', '34', '36', '[c]');
		expect(await said(YEARS, open)).toEqual([`quarters.csv:5 ${DERIVABLE}`]);
		expect(await said(YEARS, quarters('30', '34', '[c]', '[c]'))).toEqual([]);
		// Without the rule nothing is known, and a quarter that is not there leaves room.
		expect(await said(YEARS, { ...open, additive: [] })).toEqual([]);
		expect(await said(YEARS, { ...open, rows: open.rows.slice(1) })).toEqual([]);
		const { rows, faults } = written(YEARS, quarters('30', '34', '36', '3'));
		expect(faults).toEqual([]);
		expect(rows['quarters.csv']).toEqual(['2020-Q1,[c]', '2020-Q2,34', '2020-Q3,36', '2020-Q4,[c]']);
		expect(rows['years.csv']).toContain('2020,103');
	});

	it('of periods that stand in one column, of months, and of fiscal years where the package says when they begin', async () => {
		const one = {
			...quarters('30', '34', '36', '[c]'),
			rows: ['2020, 103', ...quarters('30', '34', '36', '[c]').rows]
		};
		expect(await said(one)).toEqual([`quarters.csv:6 ${DERIVABLE}`]);
		const { rows } = written({ ...one, rows: one.rows.map((row) => row.replace('[c]', '3')) });
		expect(rows['quarters.csv']).toEqual([
			'2020,103',
			'2020-Q1,[c]',
			'2020-Q2,34',
			'2020-Q3,36',
			'2020-Q4,[c]'
		]);
		// A year beside its quarters counts once in what they add up to.
		const forever = {
			...one,
			rows: [...one.rows, '2021, 90', '2022, [c]', '2023, 40', 'all, 300'],
			complete: ['quarter']
		};
		expect(await said(forever)).toEqual([`quarters.csv:6 ${DERIVABLE}`]);
		const whole = {
			...forever,
			rows: forever.rows.map((row) => row.replace('Q4, [c]', 'Q4, 3').replace('300', '238'))
		};
		expect(await said(whole)).toContain(`quarters.csv:8 ${DERIVABLE}`);
		const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
		const fiscal: Sheet = {
			name: 'months',
			columns: ['@month'],
			rows: months.map((month) => `${month < '07' ? 2021 : 2020}-${month}, ${month === '05' ? '[c]' : '20'}`),
			additive: ['month']
		};
		const years: Sheet = { name: 'years', columns: ['@year'], rows: ['2020/21, 224'], yearStarts: 7 };
		expect(await said(fiscal, years)).toEqual([`months.csv:6 ${DERIVABLE}`]);
		expect(await said(fiscal, { ...years, yearStarts: 6 })).toEqual([]);
		expect(await said(fiscal, { name: 'years', columns: ['@year'], rows: ['2020/21, 224'] })).toEqual([]);
	});

	const FORMS: Sheet = {
		name: 'forms',
		columns: ['@year', 'form'],
		rows: ['2020, labor, 40', '2020, sex, 60', '2020, both, [c]'],
		additive: ['form']
	};

	it('of a category, in another table, or of two dimensions at once', async () => {
		expect(await said(YEARS, FORMS)).toEqual([`forms.csv:4 ${DERIVABLE}`]);
		expect(await said(YEARS, { ...FORMS, additive: [] })).toEqual([]);
		expect(await said({ ...YEARS, unit: 'victims' }, FORMS)).toEqual([]);
		const both: Sheet = {
			name: 'both',
			columns: ['@quarter', 'form'],
			rows: ['Q1', 'Q2', 'Q3', 'Q4'].flatMap((quarter) => [
				`2020-${quarter}, labor, 12`,
				`2020-${quarter}, sex, ${quarter === 'Q2' ? '[c]' : '13'}`
			]),
			additive: ['quarter', 'form']
		};
		expect(await said({ ...YEARS, rows: ['2020, 96'] }, both)).toEqual([`both.csv:5 ${DERIVABLE}`]);
		expect(await said({ ...YEARS, rows: ['2020, 96'] }, { ...both, additive: ['form'] })).toEqual([]);
	});

	it('and that no table has, where two of them split it', async () => {
		const genders: Sheet = {
			name: 'genders',
			columns: ['@year', 'gender'],
			rows: ['2020, female, 62', '2020, male, 41'],
			additive: ['gender']
		};
		expect(await said(FORMS, genders)).toEqual([`forms.csv:4 ${DERIVABLE}`]);
		expect(await said(FORMS, { ...genders, additive: [] })).toEqual([]);
		expect(
			await said({ ...FORMS, rows: ['2020, labor, 40', '2020, sex, [c]', '2020, both, [c]'] }, genders)
		).toEqual([]);
		const { rows, faults } = written(
			{ ...FORMS, rows: ['2020, labor, 40', '2020, sex, 60', '2020, both, 3'] },
			genders
		);
		expect(faults).toEqual([]);
		expect(rows['forms.csv']?.filter((row) => row.includes('[c]'))).toHaveLength(2);
	});

	it('that contradicts its parts is a note and never a contradiction, and readers who reckon with it learn nothing', async () => {
		const wrong = { ...YEARS, rows: ['2020, 60'] };
		expect(await said(wrong, FORMS)).toEqual([`forms.csv:2 ${BROKEN} (years.csv:2)`]);
		expect(
			await said(
				{ ...wrong, rows: ['2020, 104'] },
				{ ...FORMS, rows: ['2020, labor, 40', '2020, sex, 60', '2020, both, 20'] }
			)
		).toEqual([`forms.csv:2 ${BROKEN} (years.csv:2)`]);
		// The true figure is 5 and not 3, but 3 is near enough to be no secret.
		const near = written(YEARS, { ...FORMS, rows: ['2020, labor, 40', '2020, sex, 60', '2020, both, 5'] });
		expect(near.faults).toEqual([]);
		expect(near.rows['forms.csv']).toEqual(['2020,both,[c]', '2020,labor,[c]', '2020,sex,60']);
		// Together two totals are impossible though each is possible alone.
		const two: Sheet[] = ['one', 'two'].map((name, index) => ({
			name,
			columns: [index ? '@year' : '@period'],
			rows: [`2020, ${130 + index * 40}`]
		}));
		expect(await said(...two, FORMS)).toEqual([`two.csv:2 ${BROKEN} (one.csv:2)`]);
	});

	it('of measures that add up to another one wherever all of them are published', async () => {
		const columns: Sheet = {
			name: 'people',
			columns: ['@year', '#measure'],
			rows: [
				[2019, 30, 20, 1, 51],
				[2020, 40, 15, 0, 55],
				[2021, 35, '[c]', 12, 50],
				[2022, 35, 22, 12, 69]
			].flatMap(([year, ...figures]) =>
				['adults', 'minors', 'unknown', 'total'].map(
					(measure, index) => `${year}, ${measure}, ${figures[index]}`
				)
			)
		};
		const small = {
			...columns,
			rows: columns.rows.map((row) =>
				row.replace('unknown, 1', 'unknown, 11').replace('51', '61').replace(', 111', ', 11')
			)
		};
		expect(await said(columns)).toContain(`people.csv:11 ${DERIVABLE}`);
		const off = columns.rows.map((row) => row.replace('2022, total, 69', '2022, total, 70'));
		expect((await said({ ...columns, rows: off })).join()).not.toContain('people.csv:11');
		expect(small.rows).toHaveLength(16);
	});
});
