import { valueField } from '../../../package/labels.ts';
import type { Resource } from '../../../package/types.ts';
import type { SqlWarning } from '../types.ts';
import { combiningOf } from './combining.ts';
import { readPlan, scansOf } from './plan.ts';
import { profileOf, type Ask, type TableProfile } from './profile.ts';
import { warningsByRow, warningsByTrial } from './tried.ts';
import { narrowedBy, warningsOfDoubt } from './untried.ts';
import { NotTried, openWorld } from './world.ts';

export type { Ask } from './profile.ts';

/** A statement that was run, and what a guard needs to look at it. */
export interface Looked {
	sql: string;
	/** What `EXPLAIN (FORMAT json)` said of it. */
	plan: string;
	/** The number of its columns. */
	columns: number;
	/** Milliseconds that it took. */
	elapsed: number;
	signal: AbortSignal;
}

/** Statements that take longer are not run again on changed figures. */
const ELAPSED_AT_MOST = 400;
/** Milliseconds for all trials of one statement. */
const BUDGET = 6000;

/** Looks for sums that must not be made, in the plan of a statement and by running it on changed figures. */
export class Guard {
	readonly #resources: Resource[];
	readonly #ask: Ask;
	readonly #profiles = new Map<string, TableProfile | undefined>();

	/** @param ask of a connection on which nothing else runs meanwhile */
	constructor(resources: Resource[], ask: Ask) {
		this.#resources = resources;
		this.#ask = ask;
	}

	async #profile(resource: Resource): Promise<TableProfile | undefined> {
		if (!this.#profiles.has(resource.name)) {
			this.#profiles.set(resource.name, await profileOf(resource, this.#ask));
		}
		return this.#profiles.get(resource.name);
	}

	/** What a reader must know about the result of a statement. */
	async warningsOf({ sql, plan, columns, elapsed, signal }: Looked): Promise<SqlWarning[]> {
		const read = readPlan(plan);
		const scans = scansOf(read);
		const profiles: TableProfile[] = [];
		for (const resource of this.#resources) {
			const value = valueField(resource)?.name;
			const isRead = scans.some(
				({ table, columns: needed }) =>
					table === resource.name && (needed.every((name) => !name) || needed.some((name) => name === value))
			);
			const profile = isRead ? await this.#profile(resource) : undefined;
			if (profile) profiles.push(profile);
		}
		const { extent, describes } = combiningOf(read, new Set(profiles.map(({ resource }) => resource.name)));
		const looked = extent === 'none' ? profiles.filter(({ withheld }) => withheld.length > 0) : profiles;
		if (looked.length === 0) return [];
		const narrowed = (profile: TableProfile) => narrowedBy(profile, scans, this.#ask);
		try {
			if (elapsed > ELAPSED_AT_MOST || looked.some(({ isLarge }) => isLarge)) throw new NotTried('slow');
			const world = openWorld({ ask: this.#ask, sql, columns, budget: BUDGET, signal });
			if (extent === 'none') return await warningsByRow(looked, world);
			return await warningsByTrial(looked, narrowed, world, { sums: extent === 'sums', describes });
		} catch (error) {
			if (!(error instanceof NotTried)) throw error;
			if (extent === 'none') return [];
			const doubted: TableProfile[] = [];
			for (const profile of looked) doubted.push(await narrowed(profile));
			return warningsOfDoubt(doubted);
		}
	}
}
