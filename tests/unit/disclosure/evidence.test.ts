import { beforeAll, describe, expect, it } from 'vitest';
import { auditPackage, loadSolver, protectPackage, type Solver } from '../../../src/lib/disclosure/index.ts';
import { sheetsOf, type Sheet } from './sheet.ts';

let solver: Solver;

beforeAll(async () => {
	solver = await loadSolver();
});

/** Lines at which the audit finds a withheld figure that can be worked out. */
async function derivable(...sheets: Sheet[]): Promise<string[]> {
	const { pkg, tables } = sheetsOf(sheets);
	const { faults } = await auditPackage(pkg, tables, () => Promise.resolve(solver));
	return faults.map(({ file, row }) => `${file}:${row}`);
}

/** How many figures of each file protection withholds. */
function withheld(...sheets: Sheet[]): Record<string, number> {
	const { pkg, tables, texts } = sheetsOf(sheets);
	const { files, faults } = protectPackage(pkg, tables, texts, solver);
	expect(faults).toEqual([]);
	return Object.fromEntries([...files].map(([name, text]) => [name, text.split('[c]').length - 1]));
}

const REGIONS: Sheet = {
	name: 'regions',
	columns: ['@year', '!region'],
	rows: ['2021, north, 159', '2021, south, 88', '2022, north, 157', '2022, south, 95']
};
const types = (small: string, other = '14'): Sheet => ({
	name: 'types',
	columns: ['@year', '!region', 'type'],
	rows: [
		['2021, north', '120', '25', other],
		['2021, south', '61', '14', '13'],
		['2022, north', '131', '19', small],
		['2022, south', '64', '19', '12']
	].flatMap(([at, sex, labor, both]) => [
		`${at}, sex, ${sex}`,
		`${at}, labor, ${labor}`,
		`${at}, both, ${both}`
	])
});

describe('figures that are seen to add up, though no rule says so', () => {
	it('to totals of another table', async () => {
		expect(await derivable(REGIONS, types('[c]'))).toEqual(['types.csv:10']);
		expect(withheld(REGIONS, types('7'))).toEqual({ 'regions.csv': 0, 'types.csv': 2 });
	});

	it('but not where some of them overlap, or exceed a total', async () => {
		const fewer = {
			...REGIONS,
			rows: REGIONS.rows.map((row) => row.replace('159', '158').replace('88', '87'))
		};
		expect(await derivable(fewer, types('[c]'))).toEqual([]);
		expect(withheld(fewer, types('7'))).toEqual({ 'regions.csv': 0, 'types.csv': 1 });
	});

	it('also where one in four does not, as where a year was counted otherwise', () => {
		expect(withheld(REGIONS, types('7', '15'))).toEqual({ 'regions.csv': 0, 'types.csv': 2 });
	});

	it('to totals of their own table', async () => {
		const own: Sheet = {
			name: 'own',
			columns: ['@year', 'type'],
			rows: [
				'2021, sex, 61',
				'2021, labor, 14',
				'2021, all, 75',
				'2022, sex, 64',
				'2022, labor, [c]',
				'2022, all, 70'
			]
		};
		expect(await derivable(own)).toEqual(['own.csv:6']);
		const overlapping = own.rows.map((row) => row.replace('75', '70'));
		// Parts that overlap leave a withheld one every number up to the total.
		expect(await derivable({ ...own, rows: overlapping })).toEqual([]);
	});

	it('to what another table splits in another way', async () => {
		const genders: Sheet = {
			name: 'genders',
			columns: ['@year', 'gender'],
			rows: ['2021, female, 200', '2021, male, 47', '2022, female, 190', '2022, male, 62']
		};
		expect(await derivable(genders, types('[c]'))).toEqual(['types.csv:10']);
		expect(withheld(genders, types('7'))['types.csv']).toBe(2);
	});

	it('over quarters, to a year, and over years, to a total of all', async () => {
		const quarters: Sheet = {
			name: 'quarters',
			columns: ['@quarter'],
			rows: ['2020', '2021'].flatMap((year) =>
				[30, 34, 36, 40].map((figure, index) =>
					year === '2021' && index === 2 ? `${year}-Q3, [c]` : `${year}-Q${index + 1}, ${figure}`
				)
			)
		};
		const years: Sheet = { name: 'years', columns: ['@year'], rows: ['2020, 140', '2021, 107'] };
		expect(await derivable(quarters, years)).toEqual(['quarters.csv:8']);
		expect(await derivable(quarters, { ...years, rows: ['2020, 139', '2021, 107'] })).toEqual([]);
		const all: Sheet = { name: 'all', columns: ['type'], rows: ['sex, 140', 'labor, 90'] };
		const parts: Sheet = {
			name: 'parts',
			columns: ['@year', 'type'],
			rows: ['2020, sex, 80', '2021, sex, 60', '2020, labor, 83', '2021, labor, 7']
		};
		expect(withheld(all, parts)['parts.csv']).toBe(2);
	});

	it('to a value that consists of others', async () => {
		const forms: Sheet = {
			name: 'forms',
			columns: ['@year', 'form'],
			rows: [
				'2021, sex, 120',
				'2021, online, 100',
				'2021, street, 20',
				'2022, sex, 131',
				'2022, online, 125',
				'2022, street, [c]'
			],
			parts: { sex: ['online', 'street'] }
		};
		expect(await derivable(forms)).toEqual(['forms.csv:7']);
		expect(withheld({ ...forms, rows: forms.rows.map((row) => row.replace('[c]', '6')) })).toEqual({
			'forms.csv': 2
		});
		const overlapping = forms.rows.map((row) => row.replace('100', '115'));
		expect(await derivable({ ...forms, rows: overlapping.map((row) => row.replace('131', '140')) })).toEqual(
			[]
		);
	});

	it('and a part that is alone says nothing', async () => {
		const alone = types('[c]').rows.map((row) => row.replace(/(2021, \w+, (labor|both)), \d+/, '$1, 0'));
		const regions = REGIONS.rows.map((row) => row.replace('159', '120').replace('88', '61'));
		expect(await derivable({ ...REGIONS, rows: regions }, { ...types('[c]'), rows: alone })).toEqual([
			'types.csv:10'
		]);
		const north = (rows: string[]) => rows.filter((row) => row.includes('north'));
		expect(
			await derivable({ ...REGIONS, rows: north(regions) }, { ...types('[c]'), rows: north(alone) })
		).toEqual([]);
	});
});
