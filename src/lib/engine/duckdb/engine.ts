import { finishAnswer, groupOfSql, planQuery, planToSql, type CubePlan } from '../../cube/index.ts';
import type { Resource } from '../../package/types.ts';
import type { QueryEngine } from '../types.ts';
import type { SqlConnection } from './connection.ts';

/** A DuckDB with the tables of a package. */
export interface DuckDBEngine extends QueryEngine {
	readonly name: 'duckdb';
	/** Rows of each table, as loaded. */
	readonly rows: Record<string, number>;
}

/** Settles as the promise does, or rejects as soon as the signal aborts; the statement itself runs on. */
function untilAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
	if (!signal) return promise;
	return new Promise((resolve, reject) => {
		const abort = () => reject(signal.reason);
		signal.addEventListener('abort', abort, { once: true });
		promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
	});
}

/**
 * Answers cube queries from a loaded database.
 * @param rows the number of rows of each table
 */
export function createDuckDBEngine(
	connection: SqlConnection,
	resources: Resource[],
	rows: Record<string, number>
): DuckDBEngine {
	const groupsOf = async (plan: CubePlan) => {
		const { sql, parameters } = planToSql(plan);
		return (await connection.run(sql, parameters)).map((row) => groupOfSql(plan, row));
	};
	const answerPlan = async (plan: CubePlan) => {
		const groups = await groupsOf(plan);
		const totals = await Promise.all(
			plan.totals.map((total) => (total.plan ? groupsOf(total.plan) : Promise.resolve([])))
		);
		const residents = plan.population?.plan ? await groupsOf(plan.population.plan) : [];
		return finishAnswer(plan, groups, totals, residents);
	};
	return {
		name: 'duckdb',
		rows,
		async answer(query, signal) {
			signal?.throwIfAborted();
			const plan = planQuery(query, resources);
			return plan.refused ? plan : untilAborted(answerPlan(plan), signal);
		},
		close: () => connection.close()
	};
}
