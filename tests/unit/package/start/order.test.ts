import { describe, expect, it } from 'vitest';
import { orderTellingNothing } from '../../../../src/lib/package/start/order.ts';
import { started } from './start.ts';

const ordered = (...parts: [label: string, figure?: number, kind?: 'total' | 'unknown' | 'composite'][]) =>
	orderTellingNothing(
		parts.map(([label, , kind]) => ({ value: label, label, ...(kind ? { kind } : {}) })),
		new Map(parts.flatMap(([label, figure]) => (figure === undefined ? [] : [[label, figure]])))
	).map(({ label }) => label);

describe('categories', () => {
	it('are put by their labels where they stand by the size of their figures', () => {
		expect(ordered(['Chat', 90], ['Web', 7], ['App', 3])).toEqual(['App', 'Chat', 'Web']);
		expect(ordered(['Chat', 3], ['Web', 7], ['App', 7], ['Line 10', 9], ['Line 9', 9])).toEqual([
			...['App', 'Chat', 'Line 9', 'Line 10', 'Web']
		]);
		expect(
			ordered(['All', 100, 'total'], ['Web', 90], ['Chat'], ['Online', 8, 'composite'], ['App', 3])
		).toEqual([...['All', 'App', 'Chat', 'Online', 'Web']]);
	});

	it('stay as they are where that says nothing, is the order of numbers in them, or of two', () => {
		for (const parts of [
			[
				['Web', 7],
				['Chat', 90],
				['App', 3]
			],
			[
				['Web', 7],
				['Chat', 7],
				['App', 7]
			],
			[
				['Under 18', 3],
				['18 to 24', 20],
				['25 and over', 90]
			],
			[
				['Web', 90],
				['App', 3],
				['Unknown', 1, 'unknown']
			]
		] as Parameters<typeof ordered>[]) {
			expect(ordered(...parts)).toEqual(parts.map(([label]) => label));
		}
	});
});

it('a file sorted by its figures lists no category by them, unless its figures are public', async () => {
	const file = 'Year,Channel,Cases\n2020,Web,90\n2020,Phone,40\n2020,Chat,13\n2020,App,5\n2021,App,50\n';
	const channels = async (protect: string) => {
		const { proposal, faults } = await started({ 'cases.csv': file }, { protect });
		expect(faults.filter(({ rule }) => !rule.includes('below 11'))).toEqual([]);
		const { resources } = JSON.parse(new TextDecoder().decode(proposal.files.get('datapackage.json'))) as {
			resources: { schema: { fields: { name: string; categories?: { value: string }[] }[] } }[];
		};
		const field = resources[0]?.schema.fields.find(({ name }) => name === 'channel');
		return field?.categories?.map(({ value }) => value);
	};
	expect(await channels('yes')).toEqual(['app', 'chat', 'phone', 'web']);
	expect(await channels('no')).toEqual(['web', 'phone', 'chat', 'app']);
});
