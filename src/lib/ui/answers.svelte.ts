import { replaceState } from '$app/navigation';
import { tick } from 'svelte';
import { createMemoryEngine } from '../engine/memory.ts';
import type { QueryEngine } from '../engine/types.ts';
import type { AnsweredBy, ChartView } from '../charts/types.ts';
import type { CubeAnswer, CubeQuery, CubeRefusal } from '../cube/types.ts';
import { localized } from '../package/index.ts';
import { m } from '../words/index.ts';
import { expandTable, type CompactTable } from './compact.ts';
import type { PageFilter } from './filters/options.ts';
import { readSelection, selectedQuery, writeSelection, type Selection } from './filters/selection.ts';

/** What a chart shows at the moment. */
export interface Shown {
	answer: CubeAnswer;
	answeredBy: AnsweredBy;
}

/** The parts of a page's data that answering needs. */
interface PageData {
	views: ChartView[];
	filters: PageFilter[];
	tables: CompactTable[];
}

const unique = (texts: string[]) => texts.filter((text, index) => texts.indexOf(text) === index);

/** An answer without shares where the choice has no published total: the figures themselves can still be shown. */
async function withoutMissingShares(
	engine: QueryEngine,
	query: CubeQuery
): Promise<CubeAnswer | CubeRefusal> {
	const answer = await engine.answer(query);
	if (!answer.refused || answer.code !== 'no-published-total') return answer;
	const { shareOf: _, ...plain } = query;
	return engine.answer(plain);
}

/** The filters of one page and the answers to them; the newest choice wins over slower earlier ones. */
export class PageAnswers {
	selection = $state.raw<Selection>({});
	shown = $state.raw<Record<string, Shown>>({});
	notices = $state.raw<string[]>([]);
	announcement = $state('');
	readonly #data: PageData;
	readonly #memory: QueryEngine;
	readonly #database: () => QueryEngine | undefined;
	#turn = 0;

	/** @param database gives DuckDB once it is ready */
	constructor(data: PageData, database: () => QueryEngine | undefined) {
		this.#data = data;
		this.#database = database;
		const tables = data.tables.map(expandTable);
		this.#memory = createMemoryEngine(
			tables.map((table) => table.resource),
			Object.fromEntries(tables.map((table) => [table.resource.name, table]))
		);
	}

	/** Follows the address with which the page was opened. */
	async follow(search: string): Promise<void> {
		const { selection, ignored } = readSelection(search, this.#data.filters);
		const notices = ignored.map(({ name, value }) => m.ui_filter_ignored({ name, value }));
		if (Object.keys(selection).length) await this.#apply(selection);
		this.notices = unique([...notices, ...this.notices]);
		if (!notices.length && Object.keys(this.selection).length === Object.keys(selection).length) return;
		// The address can be changed only once the page has been set up, which is under way here.
		await tick();
		this.#write();
	}

	/** Changes one filter; an empty value returns it to the standard choice. */
	async choose(name: string, value: string): Promise<void> {
		const { [name]: _, ...others } = this.selection;
		await this.#apply(value === '' ? others : { ...others, [name]: value });
		this.#write();
	}

	/** Returns every filter to its standard choice. */
	async reset(): Promise<void> {
		await this.#apply({});
		this.#write();
	}

	#write(): void {
		replaceState(`${location.pathname}${writeSelection(this.selection)}`, {});
	}

	async #apply(selection: Selection): Promise<void> {
		const turn = ++this.#turn;
		const touched = this.#data.views.filter(
			(view) => selectedQuery(view.spec, view.resource, selection) !== view.spec.query
		);
		const notices: string[] = [];
		const shown: Record<string, Shown> = {};
		for (const view of touched) {
			try {
				const answered = await this.#ask(view, selection);
				if (typeof answered === 'string')
					notices.push(m.ui_filter_refused({ chart: localized(view.spec.title), reason: answered }));
				else shown[view.spec.id] = answered;
			} catch (error) {
				notices.push(
					m.ui_filter_failed({
						chart: localized(view.spec.title),
						message: error instanceof Error ? error.message : String(error)
					})
				);
			}
		}
		if (turn !== this.#turn) return;
		const answers = Object.values(shown);
		if (answers.length && answers.every(({ answer }) => answer.rows.length === 0)) {
			this.selection = {};
			this.shown = {};
			this.notices = [m.ui_filter_empty({ choices: this.#words(selection) })];
			this.announcement = this.notices[0] ?? '';
			return;
		}
		this.selection = selection;
		this.shown = shown;
		// Several charts may refuse for the same reason.
		this.notices = unique(notices);
		this.announcement = this.#announce(selection, answers.length);
	}

	/** The answer for a chart, or the reason why there is none. */
	async #ask(view: ChartView, selection: Selection): Promise<Shown | string> {
		const query = selectedQuery(view.spec, view.resource, selection);
		const database = this.#database();
		if (database) {
			try {
				const answer = await withoutMissingShares(database, query);
				return answer.refused ? answer.reason : { answer, answeredBy: 'duckdb' };
			} catch (error) {
				console.warn('The database did not answer; the rows of the page do.', error);
			}
		}
		const answer = await withoutMissingShares(this.#memory, query);
		return answer.refused ? answer.reason : { answer, answeredBy: 'memory' };
	}

	/** Of a filter's choices, those for which nothing is published while the other filters stand as they are. */
	async emptyChoices(filter: PageFilter): Promise<Set<string>> {
		const empty = new Set<string>();
		for (const { value } of filter.options) {
			const selection = { ...this.selection, [filter.name]: value };
			const answers = await Promise.all(
				this.#data.views
					.map((view) => ({ view, query: selectedQuery(view.spec, view.resource, selection) }))
					.filter(({ view, query }) => query !== view.spec.query)
					.map(({ query }) => withoutMissingShares(this.#memory, query))
			);
			if (answers.every((answer) => answer.refused || !answer.rows.length)) empty.add(value);
		}
		return empty;
	}

	#words(selection: Selection): string {
		return this.#data.filters
			.flatMap((filter) => {
				const option = filter.options.find((each) => each.value === selection[filter.name]);
				return option ? `${filter.label}: ${option.label}` : [];
			})
			.join(', ');
	}

	#announce(selection: Selection, count: number): string {
		if (!Object.keys(selection).length) return m.ui_filter_announce_reset();
		const choices = this.#words(selection);
		return count === 1
			? m.ui_filter_announce_one({ choices, count })
			: m.ui_filter_announce({ choices, count });
	}
}
