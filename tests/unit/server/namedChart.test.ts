import { describe, expect, it } from 'vitest';
import { chartSpecs } from '../../../src/lib/server/charts.ts';
import { chartEntries, namedChart, orMissing } from '../../../src/lib/server/namedChart.ts';

describe('charts by their names', () => {
	it('are the entries of their routes, each found', async () => {
		const ids = (await chartSpecs()).map(({ id }) => id);
		expect(await chartEntries()).toEqual(ids.map((id) => ({ id })));
		expect((await namedChart(ids[1] ?? '')).spec.id).toBe(ids[1]);
	});

	it('answer 404 where there is none', async () => {
		await expect(namedChart('no-such-chart')).rejects.toMatchObject({ status: 404 });
		expect(() => orMissing(undefined)).toThrow(expect.objectContaining({ status: 404 }));
		expect(orMissing('')).toBe('');
	});
});
