import { describe, expect, it } from 'vitest';
import type { QueryEngine } from '../../../src/lib/engine/types.ts';
import { ALL_CASES } from './allCases.ts';
import { observed, wanted } from './compare.ts';

/** Holds an engine over the fixture against every case. */
export function engineSuite(name: string, open: () => Promise<QueryEngine>): void {
	describe(name, () => {
		let engine: Promise<QueryEngine> | undefined;
		const opened = () => (engine ??= open());

		it.each(ALL_CASES)('$name', async (expected) => {
			const answer = await (await opened()).answer(expected.query);
			expect(observed(answer, expected)).toEqual(wanted(expected));
		});

		it('rejects when the signal has aborted', async () => {
			const query = { table: 'genders', dimensions: ['gender', 'year'] };
			await expect((await opened()).answer(query, AbortSignal.abort(new Error('enough')))).rejects.toThrow(
				'enough'
			);
		});
	});
}
