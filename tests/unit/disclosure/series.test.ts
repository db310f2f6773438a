import { beforeAll, describe, expect, it } from 'vitest';
import { auditPackage, loadSolver, type Solver } from '../../../src/lib/disclosure/index.ts';
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

const lines = (rows: [string, ...(string | number)[]][], names: string[]) =>
	rows.flatMap(([at, ...figures]) =>
		names.map((name, index) => `${at}, ${name}, ${name}, ${figures[index]}`)
	);

const GENDERS: Sheet = {
	name: 'genders',
	columns: ['@year', '!region', '#measure', '$unit'],
	rows: lines(
		[
			['2021, north', 52, '[c]'],
			['2021, south', 88, 31],
			['2021, east', 41, 19]
		],
		['women', 'men']
	)
};
const victims = (north = 59, south = 119, unit = 'victims'): Sheet => ({
	name: 'regions',
	columns: ['@year', '!region'],
	rows: [`2021, north, ${north}`, `2021, south, ${south}`, '2021, east, 60'],
	unit
});

describe('series that come to another one wherever all are known', () => {
	it('of other units, in another table', async () => {
		expect(await found(GENDERS, victims())).toEqual(['genders.csv:3']);
		expect(await found(GENDERS, victims(59, 120))).toEqual([]);
	});

	it('are tied also where not all series of a table are parts', async () => {
		const channels: Sheet = {
			name: 'channels',
			columns: ['@year', '#measure', '$unit'],
			rows: lines(
				[
					['2021', 500, 143, '[c]', 90],
					['2022', 610, 160, 12, 93],
					['2023', 655, 171, 19, 99]
				],
				['calls', 'chats', 'emails', 'cases']
			)
		};
		const contacts: Sheet = {
			name: 'contacts',
			columns: ['@year'],
			rows: ['2021, 650', '2022, 782', '2023, 845'],
			unit: 'contacts'
		};
		expect(await found(channels, contacts)).toEqual(['channels.csv:4']);
		expect(await found(channels, { ...contacts, rows: contacts.rows.slice(0, 2) })).toEqual([]);
	});

	it('are tied also where they must be added up over something first', async () => {
		const years: Sheet = {
			name: 'years',
			columns: ['@year'],
			rows: ['2020, 300', '2021, 238', '2022, 241', '2023, 251'],
			unit: 'victims'
		};
		const more = lines(
			[
				['2022, north', 50, 20],
				['2022, south', 90, 30],
				['2022, east', 40, 11],
				['2023, north', 55, 21],
				['2023, south', 92, 31],
				['2023, east', 40, 12]
			],
			['women', 'men']
		);
		expect(await found({ ...GENDERS, rows: [...GENDERS.rows, ...more] }, years)).toEqual(['genders.csv:3']);
	});

	it('and one series under the name of another, which shows what was withheld for the sake of a small figure', async () => {
		const types: Sheet = {
			name: 'types',
			columns: ['@year', '!region', 'type'],
			rows: [
				['north', '[c]', '[c]'],
				['south', 14, 13],
				['east', 22, 21]
			].flatMap(([region, labor, both]) => [
				`2021, ${region}, labor, ${labor}`,
				`2021, ${region}, both, ${both}`
			]),
			unit: 'victims',
			additive: ['type'],
			complete: ['type']
		};
		const regions = { ...victims(21, 27), rows: ['2021, north, 21', '2021, south, 27', '2021, east, 43'] };
		const people = (south: number): Sheet => ({
			name: 'people',
			columns: ['@year', '!region', 'type'],
			rows: ['2021, north, both, 14', `2021, south, both, ${south}`, '2021, east, both, 21'],
			unit: 'people'
		});
		expect(await found(regions, types)).toEqual([]);
		expect(await found(regions, types, people(13))).toEqual(['types.csv:2']);
		expect(await found(regions, types, people(12))).toEqual([]);
	});
});

describe('columns of one dimension under two names', () => {
	const types = (dimension: string, small: string): Sheet => ({
		name: 'types',
		columns: ['@year', dimension, 'type'],
		rows: [
			['north', 120, small, 14],
			['south', 61, 14, 13],
			['east', 44, 22, 21]
		].flatMap(([region, ...figures]) =>
			['sex', 'labor', 'both'].map((type, index) => `2021, ${region}, ${type}, ${figures[index]}`)
		)
	});
	const regions: Sheet = {
		name: 'regions',
		columns: ['@year', '!region'],
		rows: ['2021, north, 141', '2021, south, 88', '2021, east, 87']
	};

	it('are one where they share values and their figures agree', async () => {
		expect(await found(regions, types('kind', '[c]'))).toEqual(['types.csv:3']);
		const off = regions.rows.map((row) => row.replace('88', '89'));
		expect(await found({ ...regions, rows: off }, types('kind', '[c]'))).toEqual([]);
	});

	it('also where the other name is taken for something else', async () => {
		const kinds = { ...types('!region', '[c]'), columns: ['@year', '!region', 'kind'] };
		expect(await found({ ...regions, columns: ['@year', 'kind'] }, kinds)).toEqual(['types.csv:3']);
	});

	it('and are told apart where they hold other things', async () => {
		const of = (name: string, ...rows: string[]): Sheet => ({ name, columns: ['@year', 'kind'], rows });
		const genders = of('genders', '2021, women, 50', '2021, men, 40', '2021, unknown, 12');
		const places = of('places', '2021, inland, 60', '2021, coast, 30', '2021, abroad, [c]');
		expect(await found(genders, places)).toEqual([]);
	});
});

describe('groups that come to a coarser one, or to one figure, of another table', () => {
	const ages: Sheet = {
		name: 'ages',
		columns: ['@year', 'age'],
		rows: [
			...['2021, infant, 12', '2021, teen, 51', '2021, young, 45', '2021, older, 70'],
			...['2022, infant, 15', '2022, teen, 47', '2022, young, 31', '2022, older, 66'],
			...['2023, infant, [c]', '2023, teen, 58', '2023, young, [c]', '2023, older, 70']
		]
	};
	const groups: Sheet = {
		name: 'groups',
		columns: ['@year', 'group'],
		rows: [
			...['2021, minor, 63', '2021, adult, 115'],
			...['2022, minor, 62', '2022, adult, 97'],
			...['2023, minor, 62', '2023, adult, 75']
		]
	};

	it('are tied to it, whatever the dimensions are called', async () => {
		expect(await found(ages, groups)).toEqual(['ages.csv:10', 'ages.csv:12']);
		const minors: Sheet = { name: 'minors', columns: ['@year'], rows: ['2021, 63', '2022, 62', '2023, 62'] };
		expect(await found(ages, minors)).toEqual(['ages.csv:10']);
	});

	it('but not where another year contradicts them', async () => {
		const others = groups.rows.map((row) => row.replace('2022, minor, 62', '2022, minor, 60'));
		expect(await found(ages, { ...groups, rows: others })).toEqual(['ages.csv:12']);
	});

	it('also where there are many of them', async () => {
		const size = (town: number, year: number) =>
			12 + (((town + 3) ** 3 * (year - 2000) ** 2 + town ** 4) % 211);
		const regionOf = (town: number) => ['north', 'south', 'coast'][town % 3] ?? '';
		const numbers = [...Array(16).keys()];
		const years = [2019, 2020, 2021, 2022, 2023];
		const towns: Sheet = {
			name: 'towns',
			columns: ['@year', '!town'],
			rows: years.flatMap((year) =>
				numbers.map((town) => {
					const isHidden = year === 2023 && town === 7;
					return `${year}, town ${town}, ${isHidden ? '[c]' : size(town, year)}`;
				})
			)
		};
		const regions: Sheet = {
			name: 'regions',
			columns: ['@year', 'area'],
			rows: years.flatMap((year) =>
				['south', 'coast'].map((region) => {
					const own = numbers.filter((town) => regionOf(town) === region);
					// What is withheld is a count below the threshold.
					const sum = own.reduce(
						(all, town) => all + (year === 2023 && town === 7 ? 6 : size(town, year)),
						0
					);
					return `${year}, ${region}, ${sum}`;
				})
			)
		};
		expect(await found(towns, regions)).toEqual(['towns.csv:73']);
		const off = regions.rows.map((row) => row.replace(/(2021, south, )\d+/, '$11234'));
		expect(await found(towns, { ...regions, rows: off })).toEqual([]);
	});
});
