import {
	finishAnswer,
	groupOfSql,
	planQuery,
	planToSql,
	resourcesOf,
	type CubePlan
} from '../../cube/index.ts';
import type { Resource } from '../../package/types.ts';
import type { QueryEngine } from '../types.ts';
import type { SqlConnection } from './connection.ts';
import type { PackageTables } from './tables.ts';
import { untilAborted } from '../untilAborted.ts';

/** A DuckDB with the tables of a package. */
export interface DuckDBEngine extends QueryEngine {
	readonly name: 'duckdb';
	/** Rows of each table that is loaded. */
	readonly rows: Readonly<Record<string, number>>;
	/**
	 * Loads tables before a question needs them.
	 * @throws EngineFailure of a table that does not come
	 */
	load(names: readonly string[]): Promise<void>;
}

/** Answers cube queries, each of which loads the tables that it reads where they are not there yet. */
export function createDuckDBEngine(
	connection: SqlConnection,
	resources: Resource[],
	tables: PackageTables
): DuckDBEngine {
	const groupsOf = async (plan: CubePlan) => {
		const { sql, parameters } = planToSql(plan);
		return (await connection.run(sql, parameters)).map((row) => groupOfSql(plan, row));
	};
	const answerPlan = async (plan: CubePlan) => {
		await tables.load(resourcesOf(plan).map(({ name }) => name));
		const groups = await groupsOf(plan);
		const totals = await Promise.all(
			plan.totals.map((total) => (total.plan ? groupsOf(total.plan) : Promise.resolve([])))
		);
		const residents = plan.population?.plan ? await groupsOf(plan.population.plan) : [];
		return finishAnswer(plan, groups, totals, residents);
	};
	return {
		name: 'duckdb',
		get rows() {
			return tables.rows;
		},
		load: (names) => tables.load(names),
		async answer(query, signal) {
			signal?.throwIfAborted();
			const plan = planQuery(query, resources);
			return plan.refused ? plan : untilAborted(answerPlan(plan), signal);
		},
		close: () => connection.close()
	};
}
