import { describe, expect, it } from 'vitest';
import type { CubeAnswer } from '../../../src/lib/cube/types.ts';
import type { QueryEngine } from '../../../src/lib/engine/types.ts';
import { CASES, type EngineCase } from './cases.ts';

function checkAnswer(answer: CubeAnswer, expected: EngineCase): void {
	if (expected.rows) {
		const rows = answer.rows.map((row) => [...Object.values(row.key), row.value, row.status]);
		expect(rows).toEqual(expected.rows);
	}
	if (expected.shares) {
		expect(answer.rows.map((row) => [row.share, row.total])).toEqual(expected.shares);
	} else {
		expect(answer.rows.every((row) => !('share' in row))).toBe(true);
	}
	if (expected.first) expect(answer.rows[0]).toMatchObject(expected.first);
	if (expected.breaks) expect(answer.breaks.map((each) => each.id)).toEqual(expected.breaks);
	if (expected.nonAdditive) {
		expect(answer.nonAdditive.map((each) => each.dimension)).toEqual(expected.nonAdditive);
	}
	if (expected.withheld !== undefined) expect(answer.withheld).toBe(expected.withheld);
}

/** Holds an engine over the fixture against every case. */
export function engineSuite(name: string, open: () => Promise<QueryEngine>): void {
	describe(name, () => {
		let engine: Promise<QueryEngine> | undefined;
		const opened = () => (engine ??= open());

		it.each(CASES)('$name', async (expected) => {
			const answer = await (await opened()).answer(expected.query);
			expect(answer.query).toEqual(expected.query);
			if (!answer.refused) {
				expect(expected.refused, 'should be refused').toBeUndefined();
				checkAnswer(answer, expected);
				return;
			}
			expect(answer.code, answer.reason).toBe(expected.refused);
			for (const words of expected.says ?? []) expect(answer.reason).toContain(words);
		});

		it('rejects when the signal has aborted', async () => {
			const query = { table: 'genders', dimensions: ['gender', 'year'] };
			await expect((await opened()).answer(query, AbortSignal.abort(new Error('enough')))).rejects.toThrow(
				'enough'
			);
		});
	});
}
