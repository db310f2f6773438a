import { describe, expect, it } from 'vitest';
import { choose } from '../../../src/lib/embed/choose.ts';
import type { EmbedData } from '../../../src/lib/embed/types.ts';
import { compactTable } from '../../../src/lib/ui/compact.ts';
import { pageFilters } from '../../../src/lib/ui/filters/options.ts';
import { viewOf, type Figure } from '../charts/fixture.ts';

const FIGURES: Figure[] = [2014, 2015, 2016].flatMap((year): Figure[] => [
	[year, 'all', 15],
	[year, 'red', 4],
	[year, 'green', 6]
]);

function dataOf(figures: Figure[] = FIGURES): EmbedData {
	const view = viewOf({ figures, spec: { filters: ['kind'] }, query: { filters: { kind: ['all'] } } });
	const rows = figures.map(([year, kind, value, more]) => ({
		year,
		kind,
		basis: 'narrow',
		value,
		status: '',
		qualifier: '',
		known: null,
		source_id: 'S1',
		confidence: 'A',
		note: null,
		...more
	}));
	return {
		view,
		about: { site: 'Test', page: '../charts/test', frozen: false },
		filters: pageFilters([{ spec: view.spec, resource: view.resource, rows }]),
		tables: [compactTable(view.resource, rows)]
	};
}

const values = async (options: Parameters<typeof choose>[1]) =>
	(await choose(dataOf(), options)).answer.rows.map((row) => row.value);

describe('what an address asks of an embed', () => {
	it('is the standard chart where it asks for nothing', async () => {
		const data = dataOf();
		const { faults, refused, ...shown } = await choose(data, {});
		expect(shown).toEqual({ view: data.view, answer: data.view.answer, answeredBy: 'build' });
		expect([faults, refused]).toEqual([[], undefined]);
	});

	it('is answered from the rows of the embed', async () => {
		expect(await values({ filters: { kind: 'green' } })).toEqual([6, 6, 6]);
		expect(await values({ filters: { kind: 'red' }, part: { from: '2015' } })).toEqual([4, 4]);
	});

	it.each([
		[{ filters: { kind: 'pink' } }, 'kind', 'nothing-left'],
		[{ filters: { colour: 'red' } }, 'colour', 'unknown-option'],
		[{ part: { series: ['x'] } }, 'series', 'nothing-left'],
		[{ part: { from: '1990', to: '1995' } }, 'years', 'nothing-left']
	])('is left out and named where the chart does not have it: %j', async (options, name, why) => {
		const shown = await choose(dataOf(), options);
		expect(shown.faults).toMatchObject([{ name, why }]);
		expect(shown.answer.rows.map((row) => row.value)).toEqual([15, 15, 15]);
		expect(shown.view.part).toBeUndefined();
	});

	it('keeps what it can follow beside what it cannot', async () => {
		const shown = await choose(dataOf(), { filters: { kind: 'red', colour: 'x' }, part: { to: '2014' } });
		expect(shown.answer.rows.map((row) => row.value)).toEqual([4]);
		expect(shown.faults).toHaveLength(1);
	});

	it('says so where a chart has no years', async () => {
		const data = dataOf();
		const view = viewOf({
			figures: FIGURES.filter(([year, kind]) => year === 2016 && kind !== 'all'),
			spec: { mark: 'bar', x: 'kind' },
			query: { dimensions: ['kind'], filters: { year: [2016] } }
		});
		const shown = await choose({ ...data, view, filters: [], tables: [] }, { part: { from: '2015' } });
		expect(shown.faults).toMatchObject([{ name: 'years', why: 'no-years' }]);
	});
});
