import { answerInMemory, planQuery } from '../../../src/lib/cube/index.ts';
import type { CubeAnswer, CubeQuery } from '../../../src/lib/cube/types.ts';
import { chartContext, type ChartContext } from '../../../src/lib/charts/context.ts';
import type { ChartSpec, ChartView } from '../../../src/lib/charts/types.ts';
import type { AdditivityRule, Break, Field, Resource, Row } from '../../../src/lib/package/types.ts';

/** A made-up line, so that nothing here depends on the published data. */
const FIELDS: Field[] = [
	{ name: 'year', type: 'year', role: 'time', title: 'Year' },
	{
		name: 'kind',
		type: 'string',
		role: 'category',
		title: 'Kind',
		categories: [
			{ value: 'all', label: 'All kinds', kind: 'total' },
			{ value: 'red', label: 'Red', hue: 1 },
			{ value: 'green', label: 'Green', hue: 2 },
			{ value: 'blue', label: 'Blue with a very long label that has to be wrapped on a phone', hue: 3 },
			{ value: 'unknown', label: 'Unknown', kind: 'unknown' }
		]
	},
	{
		name: 'basis',
		type: 'string',
		role: 'basis',
		title: 'Basis',
		categories: [
			{ value: 'narrow', label: 'Narrow' },
			{ value: 'wide', label: 'Wide' }
		]
	},
	{ name: 'value', type: 'integer', role: 'value' },
	{ name: 'status', type: 'string', role: 'status' },
	{ name: 'qualifier', type: 'string', role: 'qualifier' },
	{ name: 'known', type: 'integer', role: 'denominator' },
	{ name: 'source_id', type: 'string', role: 'source' },
	{ name: 'confidence', type: 'string', role: 'confidence' },
	{ name: 'note', type: 'string', role: 'note' }
];

const ADDITIVE: AdditivityRule[] = [
	{
		dimension: 'kind',
		additivity: 'additive',
		reason: 'Each case has one kind.',
		total: { resource: 'figures', where: { kind: 'all' } }
	},
	{ dimension: 'year', additivity: 'none', reason: 'A case can be in two years.' }
];

export const NOT_ADDITIVE: AdditivityRule[] = [
	{ dimension: 'kind', additivity: 'none', reason: 'One case can have two kinds.' },
	{ dimension: 'year', additivity: 'none', reason: 'A case can be in two years.' }
];

/** `[year, kind, value]`, then what differs from an exact figure on the narrow basis from source S1, letter A. */
export type Figure = [number, string, number | null, Partial<Row>?];

/** Everything of a fixture that a test may change. */
export interface Fixture {
	figures: Figure[];
	spec?: Partial<ChartSpec>;
	query?: Partial<CubeQuery>;
	additivity?: AdditivityRule[];
	breaks?: Break[];
	superseded?: Figure[];
}

/** A break at a moment, after which figures are not comparable. */
export function breakAt(from: string, more: Partial<Break> = {}): Break {
	const id = `break-${from}`;
	return {
		id,
		from,
		kind: 'definition',
		affects: {},
		comparableAcross: false,
		label: `New in ${from}`,
		text: `Changed in ${from}.`,
		...more
	};
}

function rowOf([year, kind, value, more = {}]: Figure): Row {
	const plain = {
		basis: 'narrow',
		status: '',
		qualifier: '',
		known: null,
		source_id: 'S1',
		confidence: 'A',
		note: null
	};
	return { year, kind, value, ...plain, ...more };
}

function ask(resource: Resource, figures: Figure[], query: CubeQuery): CubeAnswer {
	const plan = planQuery(query, [resource]);
	if (plan.refused) throw new Error(plan.reason);
	return answerInMemory(plan, { figures: { resource, rows: figures.map(rowOf) } });
}

/** A chart of the fixture's figures; a line of all kinds by year unless told otherwise. */
export function viewOf({
	figures,
	spec = {},
	query = {},
	additivity = ADDITIVE,
	breaks = [],
	superseded
}: Fixture): ChartView {
	const resource: Resource = {
		name: 'figures',
		path: 'figures.csv',
		type: 'table',
		title: 'Figures',
		description: 'Made up.',
		unit: 'cases',
		scope: 'Test line',
		additivity,
		breaks,
		schema: { fields: structuredClone(FIELDS), primaryKey: ['year', 'kind', 'basis'] }
	};
	const asked: CubeQuery = { table: 'figures', dimensions: ['year'], basis: ['narrow'], ...query };
	return {
		spec: { id: 'test', title: 'Cases by year', pages: [], query: asked, mark: 'line', x: 'year', ...spec },
		resource,
		answer: ask(resource, figures, asked),
		...(superseded ? { superseded: ask(resource, superseded, asked) } : {}),
		sources: [
			{
				id: 'S1',
				title: 'Report one',
				publisher: 'Publisher',
				url: 'https://example.org/one',
				date: '2024-02-01'
			}
		],
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
export function contextOf(fixture: Fixture): ChartContext {
	return chartContext(viewOf(fixture));
}
