/** One operator of a plan, as `EXPLAIN (FORMAT json)` tells it. */
export interface PlanNode {
	name: string;
	/** What the operator does, by DuckDB's own headings. */
	info: Readonly<Record<string, readonly string[]>>;
	children: readonly PlanNode[];
}

/** A table that the plan reads. */
export interface Scan {
	table: string;
	/** The columns that the query needs of it. */
	columns: readonly string[];
	/** Conditions that were pushed into the reading, as DuckDB writes them. */
	filters: readonly string[];
}

const isRecord = (data: unknown): data is Record<string, unknown> =>
	typeof data === 'object' && data !== null;

function texts(data: unknown): string[] {
	return (Array.isArray(data) ? (data as unknown[]) : [data]).filter((each) => typeof each === 'string');
}

function nodeOf(data: unknown): PlanNode {
	if (!isRecord(data)) return { name: '', info: {}, children: [] };
	const { name, extra_info: info, children } = data;
	return {
		name: typeof name === 'string' ? name.trim() : '',
		info: Object.fromEntries(
			Object.entries(isRecord(info) ? info : {}).map(([key, value]) => [key, texts(value)])
		),
		children: Array.isArray(children) ? children.map(nodeOf) : []
	};
}

/**
 * Reads what `EXPLAIN (FORMAT json)` gave.
 * @throws SyntaxError if it is no JSON
 */
export function readPlan(json: string): PlanNode[] {
	const data: unknown = JSON.parse(json);
	return Array.isArray(data) ? data.map(nodeOf) : [];
}

/** Every operator of a plan, from the top down. */
export function operatorsOf(plan: readonly PlanNode[]): PlanNode[] {
	return plan.flatMap((node) => [node, ...operatorsOf(node.children)]);
}

/** The tables that a plan reads, one entry a reading. */
export function scansOf(plan: readonly PlanNode[]): Scan[] {
	return operatorsOf(plan).flatMap(({ info }) => {
		const [table] = info['Table'] ?? [];
		if (table === undefined) return [];
		return [{ table, columns: info['Projections'] ?? [], filters: info['Filters'] ?? [] }];
	});
}
