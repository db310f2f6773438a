import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf, started, textOf } from './start.ts';

/** A sheet of cells; an empty text is a merged cell below another or what a total leaves out. */
const sheet = (...lines: string[]) => `${lines.join('\n')}\n`;

const WRITTEN = [
	'2021,north,female,50',
	'2021,north,male,60',
	'2021,north,total,110',
	'2021,south,female,70',
	'2021,south,male,80',
	'2021,south,total,150',
	'2021,total,total,260',
	'2022,north,female,51',
	'2022,north,male,61',
	'2022,north,total,112',
	'2022,south,female,71',
	'2022,south,male,81',
	'2022,south,total,152',
	'2022,total,total,264'
];

const HEAD = 'Year,Region,Gender,Cases';

const FORMS: Record<string, string> = {
	'totals named by what they are of': sheet(
		HEAD,
		...['2021,North,Female,50', ',,Male,60', ',North Total,,110', ',South,Female,70', ',,Male,80'],
		...[',South Total,,150', '2021 Total,,,260'],
		...['2022,North,Female,51', ',,Male,61', ',North Total,,112', ',South,Female,71', ',,Male,81'],
		...[',South Total,,152', '2022 Total,,,264', 'Grand Total,,,524']
	),
	'totals below the groups of which they are': sheet(
		HEAD,
		...['2021,North,Female,50', ',,Male,60', ',,Total,110', ',South,Female,70', ',,Male,80'],
		...[',,Total,150', ',Total,,260'],
		...['2022,North,Female,51', ',,Male,61', ',,Total,112', ',South,Female,71', ',,Male,81'],
		...[',,Total,152', ',Total,,264', ',,Total,524']
	),
	'years in each row': sheet(
		HEAD,
		...['2021,North,Female,50', '2021,,Male,60', '2021,,Total,110', '2021,South,Female,70', '2021,,Male,80'],
		...['2021,,Total,150', '2021,,Total,260'],
		...['2022,North,Female,51', '2022,,Male,61', '2022,,Total,112', '2022,South,Female,71'],
		...['2022,,Male,81', '2022,,Total,152', '2022,,Total,264']
	),
	'years without their totals’ own': sheet(
		HEAD,
		...['2021,North,Female,50', '2021,North,Male,60', ',North,Total,110'],
		...['2021,South,Female,70', '2021,South,Male,80', ',South,Total,150', ',Total,,260'],
		...['2022,North,Female,51', '2022,North,Male,61', ',North,Total,112'],
		...['2022,South,Female,71', '2022,South,Male,81', ',South,Total,152', ',Total,,264']
	),
	'totals above their groups': sheet(
		HEAD,
		...['2021,,,260', ',North,,110', ',,Female,50', ',,Male,60', ',South,,150', ',,Female,70', ',,Male,80'],
		...['2022,,,264', ',North,,112', ',,Female,51', ',,Male,61', ',South,,152', ',,Female,71', ',,Male,81'],
		'Grand Total,,,524'
	),
	'totals of years alone above, and of regions below': sheet(
		HEAD,
		...['2021,,,260', ',North,Female,50', ',,Male,60', ',North Total,,110', ',South,Female,70', ',,Male,80'],
		...[',South Total,,150', '2022,,,264', ',North,Female,51', ',,Male,61', ',North Total,,112'],
		...[',South,Female,71', ',,Male,81', ',South Total,,152']
	)
};

describe('a pivot table', () => {
	it.each(Object.entries(FORMS))('with %s', async (_, text) => {
		const { findings, proposal, faults } = await started({ 'cases.csv': text });
		expect(faults).toEqual([]);
		expect(rowsOf(proposal, 'cases.csv').slice(1).map(String)).toEqual(WRITTEN);
		const totals = text.match(/total|^,*\w+,{2,}\d+$/gim)?.length;
		expect(findings.tables[0]?.totals).toBe(totals);
	});

	it('with the words of Excel above its columns', async () => {
		const lines = ['Sum of Cases,,Column Labels,,', 'Year,Region,Female,Male,Grand Total'];
		const rows = ['2021,North,50,60,110', ',South,70,80,150', '2021 Total,,120,140,260'];
		const { findings, proposal, faults } = await started({ 'g.csv': sheet(...lines, ...rows) });
		expect(faults).toEqual([]);
		const [table] = findings.tables;
		expect(table?.columns).toEqual(['Year', 'Region', 'Female', 'Male', 'Grand Total']);
		expect(rowsOf(proposal, 'g.csv').map(String)).toContain('2021,total,grand_total,260');
	});

	it('with periods and groups in one column is told, and nothing else is', async () => {
		const lines = ['Row Labels,Cases', '2021,260', 'North,110', 'South,150', '2022,264', 'North,112'];
		const mixedIn = async (text: string) => (await started({ 'g.csv': text })).findings.tables[0]?.mixed;
		expect(await mixedIn(sheet(...lines, 'South,152'))).toBe('Row Labels');
		expect(await mixedIn(sheet(HEAD, '2021,North,Female,50', ',,Male,60'))).toBeUndefined();
		expect(await mixedIn(sheet('Group,Cases', 'North,50', '2021,60'))).toBeUndefined();
	});

	it('has no total where it cannot be told of what, and says so', async () => {
		const lines = ['2021,North,Female,50', '2021,,Male,60', '2021,,Total,999', '2021,South,Female,70'];
		const { proposal, faults } = await started({ 'cases.csv': sheet(HEAD, ...lines, '2021,,Male,80') });
		expect(faults).toEqual([]);
		expect(textOf(proposal, 'cases.csv')).not.toContain('total');
		expect(proposal.leftOut.filter(({ why }) => why === 'total-of-what').map(({ row }) => row)).toEqual([
			4, 4, 4
		]);
	});

	it('of a database leaves empty what its totals are over', async () => {
		const rows = ['2021,North,110', '2021,South,150', '2021,,260', '2022,North,112', '2022,South,152'];
		const text = sheet('Year,Region,Cases', ...rows, '2022,,264', ',,524');
		const { proposal, faults } = await started({ 'cases.csv': text });
		expect(faults).toEqual([]);
		expect(rowsOf(proposal, 'cases.csv').slice(1).map(String)).toEqual([
			...['2021,north,110', '2021,south,150', '2021,total,260'],
			...['2022,north,112', '2022,south,152', '2022,total,264']
		]);
	});

	it('with rows without a name, first or last, has these as not stated', async () => {
		for (const rows of [
			['2021,,5', ',North,60', ',South,70', '2022,,50', ',North,61', ',South,20'],
			['2021,North,60', '2021,South,70', '2021,,5', '2022,North,61', '2022,South,20', '2022,,50']
		]) {
			const { proposal } = await started({ 'cases.csv': sheet('Year,Region,Cases', ...rows) });
			const made = rowsOf(proposal, 'cases.csv').map(String);
			expect(made).toContain('2021,not_stated,5');
			expect(made).toContain('2022,not_stated,50');
			expect(made).toHaveLength(7);
		}
	});

	it.each([
		[
			'above, less than its parts',
			['2021,,140', ',North,60', ',South,90', '2022,,150', ',North,61', ',South,99']
		],
		[
			'that is a sum in two groups of three',
			[
				'2021,North,60',
				'2021,South,70',
				'2021,,130',
				'2022,North,61',
				'2022,South,5',
				'2022,,66',
				'2023,North,9'
			]
		],
		['that is a sum in the only group', ['2021,North,60', '2021,South,70', '2021,,130']]
	])('with a row without a name %s has nothing for it, and says so', async (_, rows) => {
		const { proposal } = await started({ 'cases.csv': sheet('Year,Region,Cases', ...rows) });
		const unnamed = rows.flatMap((row, at) => (row.includes(',,') ? [at + 2] : []));
		expect(rowsOf(proposal, 'cases.csv')).toHaveLength(1 + rows.length - unnamed.length);
		const untold = proposal.leftOut.filter(({ why }) => why === 'total-of-what');
		expect([...new Set(untold.map(({ row }) => row))]).toEqual(unnamed);
	});

	it('whose last group alone has a total has that of all, where its rows do not come to it', async () => {
		const lines = ['2021,North,Female,50', '2021,,Male,60', '2021,South,Female,70', '2021,,Male,80'];
		const totals = async (total: number) => {
			const text = sheet(HEAD, ...lines, `2021,,Total,${total}`);
			const { proposal } = await started({ 'cases.csv': text });
			return rowsOf(proposal, 'cases.csv')
				.map(String)
				.filter((row) => row.includes('total'));
		};
		expect(await totals(260)).toEqual(['2021,total,total,260']);
		expect(await totals(150)).toEqual(['2021,south,total,150']);
	});
});

/** How a table is written: with merged cells or not, and its totals in one way or another, or not at all. */
const form = fc.record({
	years: fc.subarray(['2020', '2021', '2022'], { minLength: 1 }),
	regions: fc.subarray(['North', 'South', 'East'], { minLength: 1 }),
	genders: fc.subarray(['Female', 'Male', 'Other'], { minLength: 2 }),
	mergesYears: fc.boolean(),
	mergesRegions: fc.boolean(),
	ofRegion: fc.constantFrom('none', 'named', 'below', 'above'),
	ofYear: fc.constantFrom('none', 'named', 'below', 'above'),
	ofAll: fc.boolean(),
	/** So few that no sum of them looks like a year. */
	counts: fc.array(fc.integer({ min: 11, max: 199 }), { minLength: 27, maxLength: 27 }),
	/** Rows that are missing, from 1 to 27. */
	missing: fc.constant<number[]>([]),
	/** By how much the total of a region is less than its rows, as where one person counts in two. */
	less: fc.constant<number>(0),
	/** Whether regions of one row have no total. */
	skipsSingle: fc.constant<boolean>(false)
});

const ragged = fc.tuple(
	form,
	fc.record({
		missing: fc.uniqueArray(fc.integer({ min: 1, max: 27 }), { maxLength: 9 }),
		less: fc.integer({ min: 0, max: 5 }),
		skipsSingle: fc.boolean()
	})
);

type Form = typeof form extends fc.Arbitrary<infer Value> ? Value : never;

/** The lines of a table, and its figures by what they are of. */
function written({ years, regions, genders, counts, ...how }: Form) {
	const truth = new Map<string, number>();
	const lines = [HEAD];
	const add = (key: string[], count: number) => truth.set(key.join(), (truth.get(key.join()) ?? 0) + count);
	let at = 0;
	for (const year of years) {
		const aboveYear = lines.length;
		const mergesYears = how.mergesYears || how.ofYear === 'above';
		const mergesRegions = how.mergesRegions || how.ofRegion === 'above';
		regions.forEach((region, block) => {
			const ofRegion = [year, region.toLowerCase(), 'total'].join();
			const aboveRegion = lines.length;
			let rows = 0;
			for (const gender of genders) {
				const count = counts[at++] ?? 0;
				if (rows > 0 && how.missing.includes(at)) continue;
				const keys = [year, region.toLowerCase()];
				add([...keys, gender.toLowerCase()], count);
				for (const key of [ofRegion, `${year},total,total`, 'total']) add([key], count);
				const isBelowTotal = how.ofYear === 'above' || (how.ofRegion === 'above' && mergesYears);
				const ownYear = mergesYears && (isBelowTotal || block + rows > 0) ? '' : year;
				const isBelowRegion = mergesRegions && (how.ofRegion === 'above' || rows > 0);
				lines.push(`${ownYear},${isBelowRegion ? '' : region},${gender},${count}`);
				rows++;
			}
			if (rows > 1) add([ofRegion], -how.less);
			if (rows < 2 && how.skipsSingle && how.ofRegion !== 'above') return;
			const [ownYear, total] = [mergesYears ? '' : year, truth.get(ofRegion)];
			if (how.ofRegion === 'named') lines.push(`${ownYear},${region} Total,,${total}`);
			if (how.ofRegion === 'below') lines.push(`${ownYear},${mergesRegions ? '' : region},Total,${total}`);
			if (how.ofRegion === 'above') {
				const isFirst = block === 0 && how.ofYear !== 'above';
				lines.splice(aboveRegion, 0, `${isFirst ? year : ownYear},${region},,${total}`);
			}
		});
		const total = truth.get(`${year},total,total`);
		if (how.ofYear === 'named') lines.push(`${year} Total,,,${total}`);
		if (how.ofYear === 'below') lines.push(`${mergesYears ? '' : year},Total,,${total}`);
		if (how.ofYear === 'above') lines.splice(aboveYear, 0, `${year},,,${total}`);
	}
	if (how.ofAll) lines.push(`Grand Total,,,${truth.get('total')}`);
	return { text: sheet(...lines), truth };
}

/** The rows of the package made of a sheet, none of which says what is not so. */
async function rightRows({ text, truth }: ReturnType<typeof written>) {
	const { proposal, faults } = await started({ 'cases.csv': text });
	const rows = rowsOf(proposal, 'cases.csv').slice(1);
	for (const cells of rows)
		expect(truth.get(cells.slice(0, 3).join()), `${text}\n${cells.join()}`).toBe(Number(cells[3]));
	return { rows, faults };
}

it('however a table is written, each figure is what it is of, and all are there', async () => {
	await fc.assert(
		fc.asyncProperty(form, async (given) => {
			const made = written(given);
			const { rows, faults } = await rightRows(made);
			expect(faults, made.text).toEqual([]);
			const { years, regions, genders, ofRegion, ofYear } = given;
			const totals = ofRegion === 'none' ? 0 : 1;
			const all = years.length * (regions.length * (genders.length + totals) + (ofYear === 'none' ? 0 : 1));
			expect(rows, made.text).toHaveLength(all);
		}),
		{ numRuns: 100 }
	);
});

it('where rows are missing and parts do not add up, no figure is taken for another', async () => {
	await fc.assert(
		fc.asyncProperty(ragged, async ([given, how]) => {
			await rightRows(written({ ...given, ...how }));
		}),
		{ numRuns: 200 }
	);
});
