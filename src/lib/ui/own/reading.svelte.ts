import type { OwnTable, SqlSession } from '../../engine/sql/types.ts';
import { lookInWorker, writeInWorker } from '../../engine/own/browser.ts';
import { MOST_BYTES, tableName, type Corrections, type OwnLook } from '../../package/own/index.ts';
import { OwnFailure } from '../../engine/own/failure.ts';
import { choicesOf, sqlColumns, suggested } from './decide.ts';
import type { KeptTable } from './ownTables.svelte.ts';
import type { DecidedColumn } from './types.ts';
import { databaseWords, failureWords } from './words.ts';

/** A file on its way to a table: read, reviewed by the reader, loaded. */
export class Reading {
	stage = $state.raw<'looking' | 'review' | 'loading' | 'failed'>('looking');
	/** Bytes that were read in this stage. */
	read = $state.raw(0);
	look = $state.raw<OwnLook>();
	columns = $state.raw<DecidedColumn[]>([]);
	/** Whether the reader uses the table although each row may be a person. */
	insists = $state.raw(false);
	said = $state.raw<Corrections>({});
	/** Why it failed, in words; in the review, why the last try to load it did. */
	message = $state.raw('');
	#stop = new AbortController();

	constructor(
		readonly file: File,
		private readonly threshold: number
	) {}

	#options() {
		this.#stop = new AbortController();
		this.read = 0;
		return { signal: this.#stop.signal, onBytes: (read: number) => (this.read = read) };
	}

	/**
	 * Looks through the file.
	 * @returns whether it was read to its end; false if it was cancelled or cannot be read
	 */
	async start(said: Corrections = {}): Promise<boolean> {
		this.stage = 'looking';
		this.said = said;
		this.message = '';
		const options = this.#options();
		try {
			if (this.file.size > MOST_BYTES) throw new OwnFailure('too-large');
			this.look = await lookInWorker(this.file, { said, threshold: this.threshold }, options);
			this.columns = suggested(this.look);
			this.insists = false;
			this.stage = 'review';
			return true;
		} catch (error) {
			if (options.signal.aborted) return false;
			this.message = failureWords(error, this.file.size);
			this.stage = 'failed';
			return false;
		}
	}

	/** Changes what was decided of one column. */
	decide(index: number, change: Partial<Omit<DecidedColumn, 'column'>>): void {
		this.columns = this.columns.map((each) => (each.column.index === index ? { ...each, ...change } : each));
	}

	/** The name that the table will have. */
	nameIn(taken: readonly string[]): string {
		return tableName(this.file.name, new Set(taken.map((name) => name.toLowerCase())));
	}

	/**
	 * Writes the chosen columns and loads them into the database.
	 * @returns nothing if it was cancelled or failed; the reading is then under review again
	 */
	async use(session: () => Promise<SqlSession>, own: readonly string[]): Promise<KeptTable | undefined> {
		const { look } = this;
		if (!look) return undefined;
		this.stage = 'loading';
		this.message = '';
		const options = this.#options();
		const choices = choicesOf(this.columns);
		try {
			const { csv, rows, faults } = await writeInWorker(this.file, look, choices, options);
			const database = await session();
			const taken = (await database.tables()).map(({ name }) => name);
			options.signal.throwIfAborted();
			const name = this.nameIn([...taken, ...own]);
			const table: OwnTable = { name, file: this.file.name, columns: sqlColumns(choices), rows, csv };
			await database.addTable(table);
			if (options.signal.aborted) await database.dropTable(name);
			options.signal.throwIfAborted();
			return {
				table,
				faults,
				roles: this.columns
					.filter(({ kept }) => kept)
					.map(({ column, role, type }) => ({ name: column.name, original: column.original, role, type }))
			};
		} catch (error) {
			if (!options.signal.aborted) {
				this.message =
					error instanceof OwnFailure ? failureWords(error, this.file.size) : databaseWords(error);
			}
			this.stage = 'review';
			return undefined;
		}
	}

	/** Stops what is under way. */
	cancel(): void {
		this.#stop.abort(new DOMException('The reader cancelled it.', 'AbortError'));
	}
}
