import { describe, expect, it } from 'vitest';
import type { DataPackage } from '../../../src/lib/package/types.ts';
import { smallCounts } from '../../../src/lib/server/smallCounts.ts';

const table = (name: string, more = {}) => ({
	name,
	title: `Table ${name}`,
	path: `${name}.csv`,
	schema: { fields: [{ name: 'value', type: 'integer', role: 'value' }] },
	...more
});
const pkg = (more: object) => ({ name: 'line', ...more }) as unknown as DataPackage;

describe('how small counts are treated', () => {
	it('is not told where the package does not say so', () => {
		expect(smallCounts(pkg({ resources: [table('a')] }))).toBeUndefined();
	});

	it('is told once for tables of one rule, apart for others, without tables that count nobody', () => {
		const found = smallCounts(
			pkg({
				disclosure: { mode: 'protect', threshold: 6 },
				resources: [
					table('a'),
					table('b'),
					table('c', { disclosure: { mode: 'inform', reason: 'Public already.' } }),
					table('d', { disclosure: { mode: 'off', reason: 'Counts sites.' } })
				]
			})
		);
		expect(found?.rules).toEqual([
			{ mode: 'protect', threshold: 6, zeros: 'published', tables: ['Table a', 'Table b'] },
			{ mode: 'inform', threshold: 6, zeros: 'published', tables: ['Table c'] }
		]);
		expect(found?.reasons).toEqual(['Public already.']);
	});

	it('keeps the reason of the package for tables that have none of their own', () => {
		const disclosure = { mode: 'inform', reason: 'Known before.' };
		expect(smallCounts(pkg({ disclosure, resources: [table('a')] }))).toEqual({
			rules: [{ mode: 'inform', threshold: 11, zeros: 'published', tables: ['Table a'] }],
			reasons: ['Known before.']
		});
	});
});
