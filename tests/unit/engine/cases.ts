import type { CubeAnswer, CubeQuery, RefusalCode } from '../../../src/lib/cube/types.ts';

/** What is expected of a row: values of its key in order, figure, status. */
type ExpectedRow = [...(string | number)[], number | null, string];

/** A query to the fixture and what every engine must say to it. */
export interface EngineCase {
	name: string;
	query: CubeQuery;
	rows?: ExpectedRow[];
	/** Shares and totals of the rows. */
	shares?: [number | null, number | null][];
	/** Properties of the first row. */
	first?: Partial<CubeAnswer['rows'][number]>;
	breaks?: string[];
	nonAdditive?: string[];
	withheld?: number;
	refused?: RefusalCode;
	/** Words of the refusal. */
	says?: string[];
}

const hotline = { unit: ['cases'], basis: ['hotline'] };

export const CASES: EngineCase[] = [
	{
		name: 'rows as they stand, years upwards, categories as listed',
		query: { table: 'forms', dimensions: ['year', 'form'], ...hotline },
		rows: [
			[2016, 'all', 100, ''],
			[2016, 'sex', 60, ''],
			[2016, 'labor', 30, ''],
			[2016, 'overlap', 5, ''],
			[2016, 'unknown', 10, ''],
			[2017, 'sex', 50, ''],
			[2017, 'labor', 20, ''],
			[2018, 'sex', 40, ''],
			[2018, 'labor', 20, '']
		],
		breaks: ['outage', 'early', 'late'],
		nonAdditive: ['year'],
		withheld: 0
	},
	{
		name: 'a dimension that is not asked for is its published total, not the sum of its parts',
		query: { table: 'forms', dimensions: ['year'], ...hotline },
		rows: [[2016, 100, '']],
		breaks: ['outage', 'early'],
		nonAdditive: []
	},
	{
		name: 'one chosen value',
		query: { table: 'forms', dimensions: ['year'], filters: { form: ['labor'] }, ...hotline },
		rows: [
			[2016, 30, ''],
			[2017, 20, ''],
			[2018, 20, '']
		],
		breaks: ['outage', 'early', 'late']
	},
	{
		name: 'numbers may be given as text, and a value twice',
		query: {
			table: 'forms',
			dimensions: ['form'],
			filters: { year: ['2016', 2016], form: ['sex'] },
			...hotline
		},
		rows: [['sex', 60, '']]
	},
	{
		name: 'a sum of chosen parts, with all that stands behind it',
		query: { table: 'forms', dimensions: [], filters: { year: [2016], form: ['sex', 'labor'] }, ...hotline },
		rows: [[90, '']],
		first: {
			qualifier: 'more_than',
			denominator: null,
			sources: ['S1', 'S2'],
			confidence: 'C',
			notes: ['first', 'second, with "quotes"']
		}
	},
	{
		name: 'a single row keeps its denominator and qualifier',
		query: { table: 'forms', dimensions: [], filters: { year: [2016], form: ['sex'] }, ...hotline },
		rows: [[60, '']],
		first: { qualifier: 'more_than', denominator: 80, sources: ['S2'], confidence: 'A', notes: ['first'] }
	},
	{
		name: 'a sum with a withheld part is withheld',
		query: {
			table: 'forms',
			dimensions: ['basis'],
			filters: { year: [2016], form: ['sex', 'labor'] },
			unit: ['cases']
		},
		rows: [
			['hotline', 90, ''],
			['all_lines', null, '[c]']
		],
		withheld: 1
	},
	{
		name: 'a sum with an absent or unavailable part is not available, except in a complete slice',
		query: {
			table: 'forms',
			dimensions: ['year', 'basis'],
			filters: { form: ['sex', 'labor', 'unknown'] },
			unit: ['cases']
		},
		rows: [
			[2016, 'hotline', 100, ''],
			[2016, 'all_lines', null, '[c]'],
			[2017, 'hotline', 70, ''],
			[2017, 'all_lines', null, '[x]'],
			[2018, 'hotline', null, '[x]']
		]
	},
	{
		name: 'a slice that is complete in another year does not help',
		query: {
			table: 'forms',
			dimensions: [],
			filters: { year: [2018], form: ['sex', 'labor', 'unknown'] },
			...hotline
		},
		rows: [[null, '[x]']]
	},
	{
		name: 'a marker stays',
		query: {
			table: 'forms',
			dimensions: [],
			filters: { form: ['sex'], year: [2017] },
			unit: ['victims'],
			basis: ['hotline']
		},
		rows: [[null, '[z]']]
	},
	{
		name: 'two units side by side are two rows, and their breaks differ',
		query: {
			table: 'forms',
			dimensions: ['year', 'unit'],
			filters: { form: ['sex'], year: [2016, 2017] },
			basis: ['hotline']
		},
		rows: [
			[2016, 'cases', 60, ''],
			[2016, 'victims', 90, ''],
			[2017, 'cases', 50, ''],
			[2017, 'victims', null, '[z]']
		],
		breaks: ['outage', 'early', 'victims']
	},
	{
		name: 'shares of the published total; none where it is withheld or missing',
		query: { table: 'forms', dimensions: ['year', 'form'], shareOf: 'form', ...hotline },
		shares: [
			[100 / 120, 120],
			[60 / 120, 120],
			[30 / 120, 120],
			[5 / 120, 120],
			[10 / 120, 120],
			[50 / 70, 70],
			[20 / 70, 70],
			[null, null],
			[null, null]
		]
	},
	{
		name: 'shares follow the basis of each row',
		query: {
			table: 'forms',
			dimensions: ['basis'],
			filters: { form: ['sex'], year: [2016] },
			unit: ['cases'],
			shareOf: 'form'
		},
		shares: [
			[60 / 120, 120],
			[70 / 150, 150]
		]
	},
	{
		name: 'two measures that look alike stay two rows',
		query: {
			table: 'national',
			dimensions: ['year', 'measure'],
			filters: { year: [2008], kind: ['published'] },
			basis: ['hotline']
		},
		rows: [
			[2008, 'calls', 3514, ''],
			[2008, 'calls_all', 5748, '']
		]
	},
	{
		name: 'a year without a row has no row',
		query: { table: 'genders', dimensions: ['year', 'gender'], filters: { year: [2015] } },
		rows: [],
		breaks: []
	},
	{
		name: 'what must not be added up is said with its reason',
		query: { table: 'genders', dimensions: ['gender'], filters: { year: [2016] } },
		rows: [
			['female', 6340, ''],
			['male', 978, ''],
			['minorities', 70, '']
		],
		nonAdditive: ['gender']
	},
	{
		name: 'two additive dimensions are summed together; absent parts count only where the table is not complete',
		query: { table: 'places', dimensions: ['place'], filters: { year: [2016] } },
		rows: [
			['AK', null, '[c]'],
			['AL', 5, ''],
			['TX', 7, '']
		],
		nonAdditive: []
	},
	{
		name: 'a sum over both is withheld with its part',
		query: { table: 'places', dimensions: [], filters: { year: [2016] } },
		rows: [[null, '[c]']]
	},
	{
		name: 'a part that is missing in one place makes the sum over places unavailable',
		query: { table: 'places', dimensions: ['channel'], filters: { year: [2016], place: ['AL', 'TX'] } },
		rows: [
			['call', 10, ''],
			['text', null, '[x]']
		]
	},
	{
		name: 'text in order of code units, days in order of time, decimals',
		query: { table: 'survey', dimensions: ['day', 'group'] },
		rows: [
			['2020-01-31', 'Z', 8, ''],
			['2020-01-31', 'a', 4, ''],
			['2020-02-03', 'b', 2.25, ''],
			['2020-02-03', 'Ä', 1.5, '']
		]
	},
	{
		name: 'an open field is summed only where the table is complete',
		query: { table: 'survey', dimensions: ['group'] },
		rows: [
			['Z', 8, ''],
			['a', 4, ''],
			['b', 2.25, ''],
			['Ä', 1.5, '']
		]
	},
	{
		name: 'nobody knows whether an open field has further parts',
		query: { table: 'survey', dimensions: ['day'] },
		rows: [
			['2020-01-31', null, '[x]'],
			['2020-02-03', null, '[x]']
		],
		first: { notes: ['two\nlines'] }
	},
	{
		name: 'markers of a column of their own',
		query: { table: 'flagged', dimensions: ['year', 'group'] },
		rows: [
			[2016, 'a', 1, '[r]'],
			[2016, 'b', 2, '[e]'],
			[2017, 'a', 3, ''],
			[2017, 'b', 4, '[p]'],
			[2018, 'a', null, '[c]'],
			[2018, 'b', 5, ''],
			[2019, 'a', null, '[z]'],
			[2019, 'b', 6, '[b]']
		],
		first: { notes: ['two\nlines'] },
		withheld: 1
	},
	{
		name: 'a sum carries the gravest doubt of its parts, and is not available where their qualifiers differ',
		query: { table: 'flagged', dimensions: ['year'] },
		rows: [
			[2016, null, '[x]'],
			[2017, 7, '[p]'],
			[2018, null, '[c]'],
			[2019, null, '[x]']
		],
		first: { qualifier: '' }
	},
	{
		name: 'an unknown table is refused with those there are',
		query: { table: 'nothing', dimensions: [] },
		refused: 'unknown-table',
		says: ['nothing', 'genders']
	},
	{
		name: 'a table without figures is refused',
		query: { table: 'sources', dimensions: [] },
		refused: 'unknown-field',
		says: ['Sources']
	},
	{
		name: 'a dimension that is none is refused with those there are',
		query: { table: 'genders', dimensions: ['value'] },
		refused: 'unknown-field',
		says: ['value', 'gender']
	},
	{
		name: 'a filter on what is no dimension is refused',
		query: { table: 'genders', dimensions: ['gender'], filters: { age: ['adult'] } },
		refused: 'unknown-field',
		says: ['age']
	},
	{
		name: 'an unknown value is refused with those there are',
		query: { table: 'genders', dimensions: ['gender'], filters: { gender: ['men'] } },
		refused: 'unknown-value',
		says: ['men', 'the female']
	},
	{
		name: 'a word for a year is refused',
		query: { table: 'genders', dimensions: ['gender'], filters: { year: ['soon'] } },
		refused: 'unknown-value',
		says: ['soon']
	},
	...['0x7E0', '2016.4', 2016.4, 1e12, ' 2016', '2.016e3', 'NaN'].map((year): EngineCase => ({
		name: `what is written like ${JSON.stringify(year)} is no year`,
		query: { table: 'genders', dimensions: ['gender'], filters: { year: [year] } },
		refused: 'unknown-value',
		says: [String(year)]
	})),
	{
		name: 'no value at all is refused',
		query: { table: 'genders', dimensions: ['gender'], filters: { gender: [] } },
		refused: 'unknown-value',
		says: ['gender']
	},
	{
		name: "a unit that is not the table's own is refused",
		query: { table: 'genders', dimensions: ['gender'], unit: ['victims'] },
		refused: 'unknown-field',
		says: ['unit']
	},
	{
		name: 'a sum without a rule is refused',
		query: { table: 'genders', dimensions: ['gender'] },
		refused: 'not-additive',
		says: ['year', 'count nothing twice', 'one value of year']
	},
	{
		name: 'a sum that a rule forbids is refused with its reason',
		query: { table: 'genders', dimensions: ['year'] },
		refused: 'not-additive',
		says: ['gender', 'One case can count under several genders.']
	},
	{
		name: 'a sum of some of them is refused as well',
		query: { table: 'genders', dimensions: ['year'], filters: { gender: ['female', 'male'] } },
		refused: 'not-additive'
	},
	{
		name: 'a rule that holds for one unit only does not allow sums of the other',
		query: {
			table: 'forms',
			dimensions: ['year'],
			filters: { form: ['sex', 'labor'] },
			unit: ['victims'],
			basis: ['hotline']
		},
		refused: 'not-additive',
		says: ['A victim can be in several forms.', 'the all']
	},
	{
		name: 'nor of both side by side',
		query: {
			table: 'forms',
			dimensions: ['year', 'unit'],
			filters: { form: ['sex', 'labor'] },
			basis: ['hotline']
		},
		refused: 'not-additive'
	},
	{
		name: 'an overlapping value is no part of a sum',
		query: {
			table: 'forms',
			dimensions: ['year'],
			filters: { form: ['sex', 'overlap'] },
			...hotline
		},
		refused: 'not-additive',
		says: ['the overlap']
	},
	{
		name: 'nor is the total',
		query: { table: 'forms', dimensions: ['year'], filters: { form: ['all', 'sex'] }, ...hotline },
		refused: 'not-additive',
		says: ['the all']
	},
	{
		name: 'two bases never join',
		query: { table: 'forms', dimensions: ['year', 'form'], unit: ['cases'] },
		refused: 'mixed-basis',
		says: ['the hotline', 'the all_lines']
	},
	{
		name: 'two units never join',
		query: { table: 'forms', dimensions: ['year', 'form'], basis: ['hotline'] },
		refused: 'mixed-unit'
	},
	{
		name: 'two measures never join',
		query: {
			table: 'national',
			dimensions: ['year'],
			measure: ['calls', 'calls_all'],
			basis: ['hotline'],
			filters: { kind: ['published'] }
		},
		refused: 'mixed-measure',
		says: ['the calls', 'the calls_all']
	},
	{
		name: 'shares of what must not be added up are refused',
		query: { table: 'genders', dimensions: ['gender'], filters: { year: [2016] }, shareOf: 'gender' },
		refused: 'not-additive',
		says: ['One case can count under several genders.']
	},
	{
		name: 'shares without a published total are refused',
		query: {
			table: 'places',
			dimensions: ['place', 'channel'],
			filters: { year: [2016] },
			shareOf: 'channel'
		},
		refused: 'no-published-total',
		says: ['channel']
	}
];
