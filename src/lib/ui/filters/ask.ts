import type { AnsweredBy } from '../../charts/types.ts';
import type { CubeAnswer, CubeQuery, CubeRefusal } from '../../cube/types.ts';
import type { QueryEngine } from '../../engine/types.ts';

/** What a chart shows at the moment. */
export interface Shown {
	answer: CubeAnswer;
	answeredBy: AnsweredBy;
}

/** A filter should answer at once: a database that is slower than this, or gone, is not waited for. */
const ANSWER_WITHIN_MS = 2000;

/** An answer without shares where the choice has no published total: the figures themselves can still be shown. */
async function withoutMissingShares(
	engine: QueryEngine,
	query: CubeQuery,
	signal?: AbortSignal
): Promise<CubeAnswer | CubeRefusal> {
	const answer = await engine.answer(query, signal);
	if (!answer.refused || answer.code !== 'no-published-total') return answer;
	const { shareOf: _, ...plain } = query;
	return engine.answer(plain, signal);
}

/**
 * The answer of DuckDB if it is there and answers in time, else of the rows of the page; or the reason
 * why there is none, in words.
 */
export async function ask(
	query: CubeQuery,
	memory: QueryEngine,
	database: QueryEngine | undefined
): Promise<Shown | string> {
	if (database) {
		try {
			const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
			const answer = await Promise.race([withoutMissingShares(database, query, signal), aborted(signal)]);
			return answer.refused ? answer.reason : { answer, answeredBy: 'duckdb' };
		} catch (error) {
			console.warn('The database did not answer; the rows of the page do.', error);
		}
	}
	const answer = await withoutMissingShares(memory, query);
	return answer.refused ? answer.reason : { answer, answeredBy: 'memory' };
}

function aborted(signal: AbortSignal): Promise<never> {
	return new Promise((_, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
	});
}
