/** A view or macro that a reader made. */
interface Made {
	name: string;
	sql: string;
}

/** Words by which SQL reads a table or lists tables without its name standing in the text. */
const INDIRECT =
	/\b(?:query|query_table|duckdb_\w+|information_schema|pg_\w+|sqlite_\w+|show|summarize|describe|desc)\b|u&"/i;

/** The names that a text may speak of: rather too many than too few. */
export function namedIn(sql: string, names: readonly string[]): string[] {
	const text = sql.toLowerCase();
	return INDIRECT.test(sql) ? [...names] : names.filter((name) => text.includes(name.toLowerCase()));
}

/** The views and macros that a reader made on a connection. */
export class MadeNames {
	readonly #made = new Map<string, Made>();

	/** Whether one is called so. */
	has(name: string): boolean {
		return this.#made.has(name.toLowerCase());
	}

	/** Keeps the statement that made one; one that is there already stays where a statement says so. */
	add(name: string, sql: string): void {
		if (this.has(name) && /^[^(]*\bIF\s+NOT\s+EXISTS\b/i.test(sql)) return;
		this.#made.set(name, { name, sql: sql.trim() });
	}

	/** The statements that made what a text may use, each after those that it uses itself. */
	usedBy(sql: string): string[] {
		const seen = new Set<string>();
		const used: string[] = [];
		const visit = (text: string) => {
			for (const name of namedIn(text, [...this.#made.keys()])) {
				const made = this.#made.get(name);
				if (!made || seen.has(name)) continue;
				seen.add(name);
				visit(made.sql);
				used.push(made.sql);
			}
		};
		visit(sql);
		return used;
	}
}
