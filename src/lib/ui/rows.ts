import type { QueryEngine } from '../engine/types.ts';
import { expandTable, type CompactTable } from './compact.ts';

async function open(tables: CompactTable[]): Promise<QueryEngine> {
	const { createMemoryEngine } = await import('../engine/memory.ts');
	const whole = tables.map(expandTable);
	return createMemoryEngine(
		whole.map(({ resource }) => resource),
		Object.fromEntries(whole.map((table) => [table.resource.name, table]))
	);
}

/** An engine over the rows that a page carries; its code is loaded with the first question, after a failure with the next. */
export function rowsEngine(tables: CompactTable[]): QueryEngine {
	let opened: Promise<QueryEngine> | undefined;
	return {
		name: 'memory',
		async answer(query, signal) {
			try {
				return await (await (opened ??= open(tables))).answer(query, signal);
			} catch (error) {
				opened = undefined;
				throw error;
			}
		},
		close: () => Promise.resolve()
	};
}
