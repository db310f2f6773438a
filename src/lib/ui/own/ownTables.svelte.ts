import type { OwnTable } from '../../engine/sql/types.ts';
import type { ColumnChoice, OwnFaults, Role } from './types.ts';

/** A table of the reader's with what is told of it. */
export interface KeptTable {
	table: OwnTable;
	faults: OwnFaults;
	/** What its columns mean, by their names in SQL. */
	roles: { name: string; original: string; role: Role; type: ColumnChoice['type'] }[];
}

/** The tables that the reader brought; they live as long as this page is not reloaded. */
class OwnTables {
	list = $state.raw<KeptTable[]>([]);

	get tables(): OwnTable[] {
		return this.list.map(({ table }) => table);
	}

	add(kept: KeptTable): void {
		this.list = [...this.list.filter(({ table }) => table.name !== kept.table.name), kept];
	}

	remove(name: string): void {
		this.list = this.list.filter(({ table }) => table.name !== name);
	}
}

/** One list for all pages. */
export const ownTables = new OwnTables();
