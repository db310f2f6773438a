import { describe, expect, it, vi } from 'vitest';
import type { ChartSpec, ChartView } from '../../../src/lib/charts/types.ts';
import type { CubeAnswer, CubeQuery } from '../../../src/lib/cube/types.ts';
import { createMemoryEngine } from '../../../src/lib/engine/memory.ts';
import type { QueryEngine } from '../../../src/lib/engine/types.ts';
import type { Resource, Row } from '../../../src/lib/package/types.ts';
import { PageAnswers } from '../../../src/lib/ui/answers.svelte.ts';
import { compactTable } from '../../../src/lib/ui/compact.ts';
import { pageFilters } from '../../../src/lib/ui/filters/options.ts';

const resource: Resource = {
	name: 'people',
	path: 'people.csv',
	type: 'table',
	title: 'People',
	description: 'People',
	unit: 'people',
	schema: {
		primaryKey: ['year', 'form'],
		fields: [
			{ name: 'year', type: 'year', role: 'time', title: 'Year' },
			{
				name: 'form',
				type: 'string',
				role: 'category',
				title: 'Form',
				categories: [
					{ value: 'sex', label: 'Sex' },
					{ value: 'labor', label: 'Labor' }
				]
			},
			{ name: 'value', type: 'integer', role: 'value' }
		]
	}
};
const rows: Row[] = [
	{ year: 2020, form: 'sex', value: 4, status: '' },
	{ year: 2020, form: 'labor', value: 5, status: '' },
	{ year: 2021, form: 'sex', value: 6, status: '' }
];
const spec: ChartSpec = {
	id: 'people',
	title: 'People by form',
	pages: ['people'],
	query: { table: 'people', dimensions: ['form'], filters: { year: [2020] } },
	mark: 'bar',
	x: 'form',
	filters: ['year', 'form']
};
const tables = { people: { resource, rows } };

async function answersOf(database?: QueryEngine) {
	const answer = (await createMemoryEngine([resource], tables).answer(spec.query)) as CubeAnswer;
	const view = { spec, resource, answer, sources: [], package: {} } as unknown as ChartView;
	const written: string[] = [];
	const data = {
		views: [view],
		filters: pageFilters([{ spec, resource, rows }]),
		tables: [compactTable(resource, rows)]
	};
	const answers = new PageAnswers(data, {
		database: () => database,
		write: (search) => written.push(search)
	});
	return { answers, written, filters: data.filters };
}

/** A database whose answers come when the test lets them. */
function slowDatabase() {
	const waiting: (() => void)[] = [];
	const memory = createMemoryEngine([resource], tables);
	const engine: QueryEngine = {
		name: 'duckdb',
		answer: async (query: CubeQuery) => {
			await new Promise<void>((resolve) => waiting.push(resolve));
			return memory.answer(query);
		},
		close: async () => undefined
	};
	return { engine, release: () => waiting.splice(0).forEach((resolve) => resolve()) };
}

describe('the answers of a page', () => {
	it('follow an address, and name what they cannot follow', async () => {
		const { answers, written } = await answersOf();
		await answers.follow('?year=2021&form=banana');
		expect(answers.shown['people']?.answer.rows.map((row) => row.value)).toEqual([6]);
		expect(answers.shown['people']?.answeredBy).toBe('memory');
		expect(answers.notices.join()).toContain('banana');
		expect(written).toEqual(['?year=2021']);
	});

	it('leave an address alone that they can follow', async () => {
		const { answers, written } = await answersOf();
		await answers.follow('?year=2021');
		expect(answers.chosen).toBe(true);
		expect(written).toEqual([]);
	});

	it('fall back where nothing is published, and say so', async () => {
		const { answers, written } = await answersOf();
		await answers.follow('?year=2021&form=labor');
		expect(answers.selection).toEqual({});
		expect(answers.chosen).toBe(false);
		expect(answers.notices.join()).toContain('Labor');
		expect(written).toEqual(['']);
	});

	it('keep a choice that is made while an earlier one is being answered', async () => {
		const { engine, release } = slowDatabase();
		const { answers, written } = await answersOf(engine);
		const first = answers.choose('year', '2020');
		const second = answers.choose('form', 'labor');
		release();
		await Promise.all([first, second]);
		expect(answers.selection).toEqual({ year: '2020', form: 'labor' });
		expect(answers.shown['people']?.answer.rows.map((row) => row.value)).toEqual([5]);
		expect(written).toEqual(['?form=labor&year=2020']);
	});

	it('write nothing once the page is left', async () => {
		const { engine, release } = slowDatabase();
		const { answers, written } = await answersOf(engine);
		const choice = answers.choose('year', '2021');
		answers.close();
		release();
		await choice;
		expect(written).toEqual([]);
		expect(answers.shown).toEqual({});
	});

	it('come from the rows of the page when the database never answers', async () => {
		const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
		const { answers } = await answersOf(slowDatabase().engine);
		await answers.choose('year', '2021');
		expect(answers.shown['people']?.answeredBy).toBe('memory');
		expect(warn).toHaveBeenCalledOnce();
		warn.mockRestore();
	});

	it('know the choices for which nothing is published', async () => {
		const { answers, filters } = await answersOf();
		await answers.choose('year', '2021');
		const form = filters.find(({ name }) => name === 'form');
		expect(form && [...(await answers.emptyChoices(form))]).toEqual(['labor']);
	});
});
