import { answerInMemory, averagesOf, planQuery } from '../../../src/lib/cube/index.ts';
import type { CubeAnswer, CubeQuery } from '../../../src/lib/cube/types.ts';
import { chartContext, type ChartContext } from '../../../src/lib/charts/context.ts';
import type { ChartSpec, ChartView } from '../../../src/lib/charts/types.ts';
import type { Field, Resource, Row } from '../../../src/lib/package/types.ts';

/** Ten made-up places, A to J, not listed by their names. */
export const NAMES: Record<string, string> = {
	j: 'Juno',
	b: 'Beta',
	c: 'Cora',
	d: 'Dale',
	e: 'Elm',
	f: 'Fern',
	g: 'Glen',
	h: 'Hill',
	i: 'Isle',
	a: 'Alpha'
};

const place: Field = {
	name: 'place',
	type: 'string',
	role: 'place',
	title: 'Province',
	categories: Object.entries(NAMES).map(([value, label]) => ({ value, label }))
};
const year: Field = { name: 'year', type: 'year', role: 'time', title: 'Year' };

/** Residents until 2019 on the first basis, from 2020 on the second. */
export const PEOPLE: Resource = {
	name: 'people',
	path: 'people.csv',
	type: 'table',
	title: 'Residents by year',
	description: 'Made up.',
	scope: 'Residents of all provinces',
	limits: 'The two sets do not join smoothly.',
	unit: 'people',
	additivity: [],
	schema: {
		primaryKey: ['place', 'year', 'basis'],
		fields: [
			place,
			year,
			{
				name: 'basis',
				type: 'string',
				role: 'basis',
				categories: [
					{ value: 'old', label: 'Estimate, vintage 2019' },
					{ value: 'new', label: 'Estimate, vintage 2024' }
				]
			},
			{ name: 'residents', type: 'integer', role: 'value' },
			{ name: 'source_id', type: 'string', role: 'source' }
		]
	}
};

/** Counts by place, year and measure, with the residents above. */
export const CONTACTS: Resource = {
	name: 'contacts',
	path: 'contacts.csv',
	type: 'table',
	title: 'Contacts by province',
	description: 'Made up.',
	scope: 'Test line',
	additivity: [],
	population: {
		resource: 'people',
		bases: [
			{ value: 'old', to: '2019' },
			{ value: 'new', from: '2020' }
		]
	},
	schema: {
		primaryKey: ['place', 'year', 'measure', 'unit'],
		fields: [
			place,
			year,
			{
				name: 'measure',
				type: 'string',
				role: 'measure',
				title: 'What is counted',
				categories: [
					{ value: 'calls', label: 'Calls, substantive' },
					{ value: 'cases', label: 'Cases' }
				]
			},
			{
				name: 'unit',
				type: 'string',
				role: 'unit',
				title: 'Unit',
				categories: [
					{ value: 'calls', label: 'calls' },
					{ value: 'cases', label: 'cases' }
				]
			},
			{ name: 'value', type: 'integer', role: 'value' },
			{ name: 'status', type: 'string', role: 'status' },
			{ name: 'source_id', type: 'string', role: 'source' },
			{ name: 'confidence', type: 'string', role: 'confidence' }
		]
	}
};

/** `[place, year, value]`, then what differs from a published count of calls. */
export type Contact = [string, number, number | null, Partial<Row>?];

/** Everything that a test may change. */
export interface RatesFixture {
	contacts: Contact[];
	spec?: Partial<ChartSpec>;
	query?: Partial<CubeQuery>;
	/** Of each place in each year, a million unless told otherwise; null: none is published. */
	residents?: (place: string, year: number) => number | null;
}

/** Ten places with 100, 110 … 190 calls in a year. */
export function tenPlaces(inYear: number): Contact[] {
	return Object.keys(NAMES).map((code, index): Contact => [code, inYear, 100 + index * 10]);
}

function peopleOf({ contacts, residents = () => 1_000_000 }: RatesFixture): Row[] {
	const years = [...new Set(contacts.map(([, inYear]) => inYear))];
	return years.flatMap((inYear) =>
		Object.keys(NAMES).flatMap((code) => {
			const value = residents(code, inYear);
			if (value === null) return [];
			return ['old', 'new'].map((basis): Row => {
				const source = basis === 'old' ? 'P19' : 'P24';
				return { place: code, year: inYear, basis, residents: value, status: '', source_id: source };
			});
		})
	);
}

function contactsOf({ contacts }: RatesFixture): Row[] {
	const plain = { measure: 'calls', unit: 'calls', status: '', source_id: 'S1', confidence: 'A' };
	return contacts.map(([code, inYear, value, more = {}]) => ({
		place: code,
		year: inYear,
		value,
		...plain,
		...more
	}));
}

/** Answers a question from the fixture's rows. */
export function askRates(fixture: RatesFixture, query: CubeQuery): CubeAnswer {
	const plan = planQuery(query, [CONTACTS, PEOPLE]);
	if (plan.refused) throw new Error(plan.reason);
	return answerInMemory(plan, {
		contacts: { resource: CONTACTS, rows: contactsOf(fixture) },
		people: { resource: PEOPLE, rows: peopleOf(fixture) }
	});
}

/** A chart of the fixture's rates: dots of all places in 2016 unless told otherwise. */
export function ratesView(fixture: RatesFixture): ChartView {
	const asked: CubeQuery = {
		table: 'contacts',
		measure: ['calls'],
		unit: ['calls'],
		dimensions: ['place'],
		filters: { year: [2016] },
		rate: true,
		...fixture.query
	};
	const own = { id: 'test', title: 'Contact rate by province', pages: [], query: asked };
	const spec: ChartSpec = { ...own, mark: 'dot', x: 'place', ...fixture.spec };
	const source = (id: string, publisher: string) => {
		return { id, title: `Report ${id}`, publisher, url: `https://example.org/${id}`, date: '2024-02-01' };
	};
	const everywhere = { ...asked, dimensions: ['place', 'year'], filters: {} };
	return {
		spec,
		resource: CONTACTS,
		population: PEOPLE,
		places: { one: 'Province', many: 'Provinces', whole: 'Country' },
		answer: askRates(fixture, asked),
		...(spec.average ? { averages: averagesOf(askRates(fixture, everywhere), CONTACTS) } : {}),
		sources: [source('S1', 'Publisher'), source('P19', 'Census'), source('P24', 'Census')],
		package: {
			title: 'Test data',
			publisher: 'Publisher',
			scope: 'Everywhere',
			limits: 'Counts reports, not events.',
			version: '1.2.3',
			asOf: '2026-03-31'
		}
	};
}

/** The same, ready for layout and words. */
export function ratesContext(fixture: RatesFixture): ChartContext {
	return chartContext(ratesView(fixture));
}

/** The same answer as if an engine had left the withheld count and its limits in it. */
export function leaking(answer: CubeAnswer): CubeAnswer {
	const rows = answer.rows.map((row) =>
		row.rate && row.status === '[c]' ? { ...row, rate: { ...row.rate, count: 7, low: 0.3, high: 1.4 } } : row
	);
	return { ...answer, rows };
}

/** A chart of one place along time, with the average of all. */
export const ONE_PLACE = {
	spec: { mark: 'line', x: 'year', series: ['place'], average: true, title: 'Contact rate of a province' },
	query: { dimensions: ['year', 'place'], filters: { place: ['a'] } }
} satisfies Pick<RatesFixture, 'spec' | 'query'>;
