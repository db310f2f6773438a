import type { Resource } from '../../package/types.ts';
import type { SqlConnection } from './connection.ts';
import { EngineFailure } from './failure.ts';
import { loadTable } from './load.ts';

/** Which tables are in the database, are on their way, or did not come. */
export interface TableStates {
	/** Rows of each table that is in the database. */
	rows: Readonly<Record<string, number>>;
	/** Tables that are being loaded. */
	loading: readonly string[];
	/** Why a table that was asked for is not there; it is asked for again with the next question. */
	failed: Readonly<Record<string, EngineFailure>>;
}

/** Milliseconds that a database may take to read a file that is there: a slow phone, a large table. */
const READING_AT_MOST = 60_000;

/** Where tables come from, and who is told of them. */
interface TableSource {
	/** The file of a table, byte for byte. */
	bytesOf: (resource: Resource) => Promise<Uint8Array>;
	onChange?: (states: TableStates) => void;
}

function failureOf({ path }: Resource, error: unknown): EngineFailure {
	if (error instanceof EngineFailure) return error;
	const reason = error instanceof Error ? error.message : String(error);
	return new EngineFailure('unreadable', `${path}: ${reason.split('\n')[0] ?? ''}`);
}

/** The tables of a package in a locked database, each of which is loaded when it is first asked for. */
export class PackageTables {
	readonly #connection: SqlConnection;
	readonly #resources: ReadonlyMap<string, Resource>;
	readonly #source: TableSource;
	readonly #underWay = new Map<string, Promise<void>>();
	/** When the database began to read the file of a table. */
	readonly #reading = new Map<string, number>();
	readonly #rows: Record<string, number> = {};
	readonly #failed = new Map<string, EngineFailure>();

	/** @param connection to a database that nobody else loads these tables into */
	constructor(connection: SqlConnection, resources: readonly Resource[], source: TableSource) {
		this.#connection = connection;
		this.#resources = new Map(resources.map((resource) => [resource.name, resource]));
		this.#source = source;
	}

	/** Rows of each table that is in the database. */
	get rows(): Readonly<Record<string, number>> {
		return { ...this.#rows };
	}

	/** Whether a table is in the database. */
	has(name: string): boolean {
		return this.#rows[name] !== undefined;
	}

	/** Whether an answer may have to wait for a table that is on its way. */
	get isBusy(): boolean {
		const tooLong = performance.now() - READING_AT_MOST;
		return [...this.#underWay.keys()].some((name) => (this.#reading.get(name) ?? Infinity) > tooLong);
	}

	/**
	 * Loads those of these tables that are not there; what is on its way is waited for, and what failed is tried again.
	 * Names of other tables are left alone.
	 * @throws EngineFailure of the first table that does not come, once all are settled; the others are there
	 */
	async load(names: readonly string[]): Promise<void> {
		const asked = [...new Set(names)].flatMap((name) => this.#resources.get(name) ?? []);
		const missing = asked.filter(({ name }) => !this.has(name));
		const settled = await Promise.allSettled(missing.map((resource) => this.#once(resource)));
		for (const each of settled) if (each.status === 'rejected') throw each.reason;
	}

	#once(resource: Resource): Promise<void> {
		const { name } = resource;
		const known = this.#underWay.get(name);
		if (known) return known;
		const loading = this.#load(resource).finally(() => {
			this.#underWay.delete(name);
			this.#tell();
		});
		this.#underWay.set(name, loading);
		this.#tell();
		return loading;
	}

	async #load(resource: Resource): Promise<void> {
		const { name } = resource;
		try {
			const bytes = await this.#source.bytesOf(resource);
			this.#reading.set(name, performance.now());
			this.#rows[name] = await loadTable(this.#connection, resource, bytes);
			this.#failed.delete(name);
		} catch (error) {
			const failure = failureOf(resource, error);
			this.#failed.set(name, failure);
			throw failure;
		} finally {
			this.#reading.delete(name);
		}
	}

	#tell(): void {
		const { rows } = this;
		const loading = [...this.#underWay.keys()];
		this.#source.onChange?.({ rows, loading, failed: Object.fromEntries(this.#failed) });
	}
}
