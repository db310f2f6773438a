import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { chartCsv, chartJson } from '../../../src/lib/outputs/chartFile.ts';
import type { ChartView } from '../../../src/lib/charts/types.ts';
import { chartSpecs, chartView } from '../../../src/lib/server/charts.ts';

async function viewOf(id: string): Promise<ChartView> {
	const spec = (await chartSpecs()).find((each) => each.id === id);
	if (!spec) throw new Error(`no chart ${id}`);
	return chartView(spec);
}

describe('the files of a chart', () => {
	let types: ChartView;
	let gender: ChartView;
	beforeAll(async () => {
		[types, gender] = await Promise.all([viewOf('cases-by-form'), viewOf('gender-in-cases')]);
	});

	const parse = (csv: string) => {
		const lines = csv.split('\r\n');
		const head = lines.filter((line) => line.startsWith('#'));
		const body = lines.filter((line) => !line.startsWith('#')).join('\r\n');
		return {
			head: head.join('\n'),
			rows: Papa.parse<Record<string, string>>(body, { header: true, skipEmptyLines: true }).data
		};
	};

	it('carry limits, scope, source, version and as-of above the figures', () => {
		const { head } = parse(chartCsv(types, types.answer));
		for (const text of [types.package.limits, types.package.version, types.package.asOf]) {
			expect(head).toContain(String(text));
		}
		expect(types.sources.length).toBeGreaterThan(0);
		const cited = new Set(types.answer.rows.flatMap((row) => row.sources));
		for (const id of cited) expect(head).toContain(id);
	});

	it('carry the figures as published', () => {
		const rows = parse(chartCsv(types, types.answer)).rows.filter((row) => row['year'] === '2016');
		expect(rows.reduce((sum, row) => sum + Number(row['value']), 0)).toBe(7572);
	});

	it('say what each row counts, and what a choice of the reader was', () => {
		const { rows } = parse(chartCsv(types, types.answer));
		expect(rows[0]).toMatchObject({ basis: 'Hotline', unit: 'cases' });
		const query = { ...types.answer.query, filters: { form: ['labor'] } };
		expect(
			parse(chartCsv(types, { ...types.answer, query: { ...query, dimensions: ['year'] } })).head
		).toContain('Labor trafficking');
	});

	it('have the superseded figures too, told apart', async () => {
		const cases = await viewOf('cases-by-year');
		const { rows } = parse(chartCsv(cases, cases.answer));
		const standings = new Set(rows.map((row) => row['standing']));
		expect(standings).toContain('in use');
		expect(standings.size).toBeGreaterThan(1);
		expect(rows).toHaveLength(cases.answer.rows.length + (cases.superseded?.rows.length ?? 0));
	});

	it('say that a non-cumulative breakdown is one', () => {
		expect(parse(chartCsv(gender, gender.answer)).head).toContain('Non-cumulative');
		const json = JSON.parse(chartJson(gender, gender.answer)) as { nonCumulative: { dimension: string }[] };
		expect(json.nonCumulative.map(({ dimension }) => dimension)).toContain('gender');
	});

	it('write a withheld figure as its marker', () => {
		const rows = types.answer.rows
			.slice(0, 1)
			.map((row) => ({ ...row, value: null, status: '[c]' as const }));
		const [row] = parse(chartCsv(types, { ...types.answer, rows })).rows;
		expect(row).toMatchObject({ value: '[c]', status: '[c]' });
		expect(chartJson(types, { ...types.answer, rows })).toContain('"value": null');
	});
});
