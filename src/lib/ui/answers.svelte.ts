import type { QueryEngine } from '../engine/types.ts';
import type { ChartView } from '../charts/types.ts';
import { localized } from '../package/index.ts';
import { m } from '../words/index.ts';
import type { CompactTable } from './compact.ts';
import { ask, type Shown } from './filters/ask.ts';
import type { PageFilter } from './filters/options.ts';
import { rowsEngine } from './rows.ts';
import { readSelection, selectedQuery, writeSelection, type Selection } from './filters/selection.ts';

/** The parts of a page's data that answering needs. */
interface PageData {
	views: ChartView[];
	filters: PageFilter[];
	tables: CompactTable[];
}

/** Where answers come from and where the address is written. */
export interface Surroundings {
	/** DuckDB once it is ready. */
	database: () => QueryEngine | undefined;
	/** Puts the reader's choices into the address: `?year=2021`, or `''` for none. */
	write: (search: string) => void;
}

const unique = (texts: string[]) => texts.filter((text, index) => texts.indexOf(text) === index);

/** The filters of one page and the answers to them; the newest choice wins over slower earlier ones. */
export class PageAnswers {
	/** What the reader chose, at once. */
	selection = $state.raw<Selection>({});
	/** Charts that a choice changed. */
	shown = $state.raw<Record<string, Shown>>({});
	/** Whether `shown` answers a choice of the reader. */
	chosen = $state.raw(false);
	notices = $state.raw<string[]>([]);
	announcement = $state('');
	readonly #data: PageData;
	readonly #memory: QueryEngine;
	readonly #surroundings: Surroundings;
	#turn = 0;

	constructor(data: PageData, surroundings: Surroundings) {
		this.#data = data;
		this.#surroundings = surroundings;
		this.#memory = rowsEngine(data.tables);
	}

	/** Follows the address with which the page was opened; what cannot be followed leaves it. */
	async follow(search: string): Promise<void> {
		const { selection, ignored } = readSelection(search, this.#data.filters);
		const notices = ignored.map(({ name, value }) => m.ui_filter_ignored({ name, value }));
		const current = await this.#apply(selection);
		if (!current) return;
		this.notices = unique([...notices, ...this.notices]);
		if (this.notices.length) this.announcement = this.notices.join(' ');
		if (notices.length || this.selection !== selection) this.#write();
	}

	/** Changes one filter; an empty value returns it to the standard choice. */
	async choose(name: string, value: string): Promise<void> {
		const { [name]: _, ...others } = this.selection;
		if (await this.#apply(value === '' ? others : { ...others, [name]: value })) this.#write();
	}

	/** Returns every filter to its standard choice. */
	async reset(): Promise<void> {
		if (await this.#apply({})) this.#write();
	}

	/** Answers that are still under way are dropped: the page is left. */
	close(): void {
		this.#turn++;
	}

	/** Of a filter's choices, those for which nothing is published while the other filters stand as they are. */
	async emptyChoices(filter: PageFilter): Promise<Set<string>> {
		const empty = new Set<string>();
		for (const { value } of filter.options) {
			const touched = this.#touched({ ...this.selection, [filter.name]: value });
			const asked = touched.map(({ query }) => ask(query, this.#memory, undefined));
			// Where the rows cannot be asked nothing is known, and every choice stays open.
			const answers = await Promise.all(asked).catch(() => undefined);
			if (!answers) return empty;
			if (answers.every((answer) => typeof answer === 'string' || !answer.answer.rows.length))
				empty.add(value);
		}
		return empty;
	}

	#write(): void {
		this.#surroundings.write(writeSelection(this.selection));
	}

	/** The charts that a selection changes, with their queries under it. */
	#touched(selection: Selection) {
		return this.#data.views
			.map((view) => ({ view, query: selectedQuery(view.spec, view.resource, selection) }))
			.filter(({ view, query }) => query !== view.spec.query);
	}

	/** Whether the selection is still the newest when its answers are there. */
	async #apply(selection: Selection): Promise<boolean> {
		const turn = ++this.#turn;
		this.selection = selection;
		const notices: string[] = [];
		const shown: Record<string, Shown> = {};
		for (const { view, query } of this.#touched(selection)) {
			const chart = localized(view.spec.title);
			try {
				const answered = await ask(query, this.#memory, this.#surroundings.database());
				if (typeof answered === 'string') notices.push(m.ui_filter_refused({ chart, reason: answered }));
				else shown[view.spec.id] = answered;
			} catch (error) {
				const message = error instanceof Error ? error.message : String(error);
				notices.push(m.ui_filter_failed({ chart, message }));
			}
		}
		if (turn !== this.#turn) return false;
		const answers = Object.values(shown);
		const empty = answers.length > 0 && answers.every(({ answer }) => answer.rows.length === 0);
		this.selection = empty ? {} : selection;
		this.shown = empty ? {} : shown;
		this.chosen = !empty && Object.keys(selection).length > 0;
		this.notices = empty ? [m.ui_filter_empty({ choices: this.#words(selection) })] : unique(notices);
		this.announcement = empty ? this.notices.join(' ') : this.#announce(selection, answers.length);
		return true;
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
