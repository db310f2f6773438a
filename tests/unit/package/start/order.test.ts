import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../../src/lib/package/start/order.ts';
import { rowsOf, started } from './start.ts';

const ordered = (labels: string, kinds: Record<string, 'total' | 'unknown' | 'composite'> = {}) =>
	inOrder(
		labels
			.split(', ')
			.map((label) => ({ value: label, label, ...(kinds[label] ? { kind: kinds[label] } : {}) }))
	)
		.map(({ label }) => label)
		.join(', ');

describe('categories stand in an order that tells nothing of their figures:', () => {
	it.each([
		['by label', 'Web, Line 10, Línea 3, app, Line 9', 'app, Line 9, Line 10, Línea 3, Web'],
		['ages by age', '25–64, 65+, Under 18, 18–24, 65', 'Under 18, 18–24, 25–64, 65, 65+'],
		['ages in Spanish', 'Más de 60, 18 a 59, Menores de 18', 'Menores de 18, 18 a 59, Más de 60'],
		['months', 'Marzo, Diciembre, Enero', 'Enero, Marzo, Diciembre'],
		['days', 'Sunday, Friday, Monday', 'Monday, Friday, Sunday'],
		['others behind the rest', 'Other, Otros delitos, Web, App', 'App, Web, Other, Otros delitos'],
		['numbers in some of them only', 'Unit 9, 10th street, App', '10th street, App, Unit 9']
	])('%s', (_, from, to) => expect(ordered(from)).toBe(to));

	it('unknown and totals last', () => {
		const kinds = { All: 'total', '?': 'unknown', Online: 'composite' } as const;
		expect(ordered('All, ?, Other, Online, Web, App', kinds)).toBe('App, Web, Online, Other, ?, All');
	});
});

it('a file sorted by its figures lists no category by them, nor its rows, unless its figures are public', async () => {
	const file = 'Year,Channel,Cases\n2020,Web,90\n2020,Phone,40\n2020,Chat,13\n2020,App,5\n2021,App,50\n';
	const channels = async (protect: string, text = file) => {
		const { proposal, faults } = await started({ 'cases.csv': text }, { protect });
		expect(faults.filter(({ rule }) => !rule.includes('below 11'))).toEqual([]);
		const { resources } = JSON.parse(new TextDecoder().decode(proposal.files.get('datapackage.json'))) as {
			resources: { schema: { fields: { name: string; categories?: { value: string }[] }[] } }[];
		};
		const field = resources[0]?.schema.fields.find(({ name }) => name === 'channel');
		const rows = rowsOf(proposal, 'cases.csv').filter(([year]) => year === '2020');
		expect(rows.map(([, channel]) => channel)).toEqual(field?.categories?.map(({ value }) => value));
		return field?.categories?.map(({ value }) => value);
	};
	expect(await channels('yes')).toEqual(['app', 'chat', 'phone', 'web']);
	expect(await channels('no')).toEqual(['web', 'phone', 'chat', 'app']);
	expect(await channels('no', file.replace(',5\n', ',<9\n'))).toEqual(['app', 'chat', 'phone', 'web']);
});
