import type { ChartView } from '../../charts/types.ts';
import type { CubeAnswer } from '../../cube/types.ts';
import type { QueryEngine } from '../../engine/types.ts';
import { localized } from '../../package/index.ts';
import { m } from '../../words/index.ts';
import type { Shown } from '../filters/ask.ts';
import { readAddress, writeAddress } from './address.ts';
import type { Workshop } from './core.ts';
import type { Exploration } from './explore.ts';
import { fullState, keptState, shortState, withChoice, withoutStandard, withValues } from './keep.ts';
import type { ControlName, ExploreState, LeftOut } from './state.ts';
import type { ExplorePage, TableBundle } from './types.ts';

/** What the chart and the controls show. */
export interface Current {
	exploration: Exploration;
	view: ChartView;
	/** The title of the chart, in words. */
	title: string;
	/** The answer with the counts, also where something else is shown in their place. */
	counts: CubeAnswer;
	/** Absent while the chart of the build stands. */
	shown?: Shown;
	/** The question in SQL. */
	sql: string;
}

/** Where answers and tables come from, and where the address is written. */
export interface Surroundings {
	database: () => QueryEngine | undefined;
	/** Puts what a reader chose into the address. */
	write: (search: string) => void;
	/**
	 * Loads all that exploring a table needs.
	 * @throws with words for the reader
	 */
	load: (table: string) => Promise<TableBundle>;
}

/** A table that could not be loaded, with what to do again. */
export interface Failure {
	text: string;
	again: () => Promise<void>;
}

/** Notices of one address at most; the others are counted. */
const MOST_NOTICES = 4;

const words = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What a reader explores; the newest choice wins over slower earlier ones, and what was shown stays until then. */
export class ExploreSession {
	state = $state.raw<ExploreState>({ values: {} });
	current = $state.raw<Current>() as Current;
	/** What could not be followed or chosen, in sentences. */
	notices = $state.raw<string[]>([]);
	/** What happened, for the status line. */
	status = $state('');
	/** Whether what happened is plain to see on the chart. */
	isQuiet = $state(true);
	busy = $state(false);
	failure = $state.raw<Failure>();
	/** The version of the data that the address names. */
	pinned = $state<string>();
	readonly #page: ExplorePage;
	readonly #surroundings: Surroundings;
	readonly #workshops = new Map<string, Promise<Workshop>>();
	#turn = 0;

	constructor(page: ExplorePage, surroundings: Surroundings) {
		this.#page = page;
		this.#surroundings = surroundings;
		const { exploration, view } = page;
		this.current = {
			exploration,
			view,
			title: localized(view.spec.title),
			counts: view.answer,
			sql: page.sql
		};
	}

	/** What is counted now. */
	get counted(): { table: string; measure: string } {
		const { table, measure } = this.current.exploration.question;
		return { table, measure };
	}

	/** Follows the address with which the page was opened; what cannot be followed leaves it. */
	async follow(search: string): Promise<void> {
		const { state, pinned, notices } = readAddress(
			search,
			this.#page.catalogue.map(({ name }) => name)
		);
		this.pinned = pinned;
		const isStandard = JSON.stringify(state) === JSON.stringify({ values: {} });
		if (isStandard) this.#tell(notices);
		else if ((await this.#apply(state, notices)) && pinned) await this.#shorten();
		if (this.notices.length && !this.failure) this.#write();
	}

	/**
	 * Counts something else, with the choices that were named with it; choices of another table would be others, so they
	 * are not kept.
	 */
	async count(table: string, measure: string, named?: ExploreState): Promise<void> {
		const isSame = table === this.counted.table;
		const { start } = this.#page;
		const isStart = table === start.table && measure === start.measure;
		const others = named ?? (isSame ? this.state : { values: {} });
		const { table: _, measure: __, ...rest } = others;
		await this.#choose(isStart ? rest : { table, ...(measure ? { measure } : {}), ...rest });
	}

	/** Makes one choice; one that is the standard leaves no trace in the address. */
	async choose(name: ControlName | { field: string }, value: string): Promise<void> {
		const workshop = await this.#workshopOf(this.counted.table);
		const next = withChoice(this.state, name, value);
		await this.#choose(withoutStandard(next, name, (state) => workshop.explore(this.#whole(state))));
	}

	/** Shows some values of a field; none shows all again. */
	async show(field: string, values: string[]): Promise<void> {
		await this.#choose(withValues(this.state, field, values));
	}

	/** Only those with so large a figure; null takes it back. */
	async atLeast(count: number | null, measure: string): Promise<void> {
		const { least: _, ...others } = this.state;
		const isOwn = measure === this.counted.measure;
		const least = count === null ? {} : { least: { count, ...(isOwn || !measure ? {} : { measure }) } };
		await this.#choose({ ...others, ...least });
	}

	/** Returns to the chart with which the page starts. */
	async reset(): Promise<void> {
		await this.#choose({ values: {} });
	}

	/** Says why something cannot be chosen. */
	refuse(label: string, reason: string): void {
		this.notices = [];
		this.status = m.explore_unavailable({ label, reason });
		this.isQuiet = false;
	}

	/** Answers that are still under way are dropped: the page is left. */
	close(): void {
		this.#turn++;
	}

	/** The query part of the address; with the version of the data, for a permanent link. */
	search(version?: string): string {
		return version
			? writeAddress(fullState(this.state, this.current.exploration), version)
			: writeAddress(this.state);
	}

	async #choose(state: ExploreState): Promise<void> {
		this.pinned = undefined;
		if (await this.#apply(state, [])) this.#write();
	}

	/** A permanent link says everything; what is standard in it gives way to later choices without a word. */
	async #shorten(): Promise<void> {
		const workshop = await this.#workshopOf(this.counted.table);
		this.state = shortState(this.state, (state) => workshop.explore(this.#whole(state)));
	}

	#write(): void {
		this.#surroundings.write(writeAddress(this.state, this.pinned));
	}

	/** Choices with what is counted where the reader did not say so. */
	#whole(state: ExploreState): ExploreState {
		return state.table === undefined
			? { ...state, measure: state.measure ?? this.#page.start.measure }
			: state;
	}

	async #workshopOf(table: string): Promise<Workshop> {
		const known = this.#workshops.get(table);
		if (known) return known;
		const made = (async () => {
			const isStart = table === this.#page.start.table;
			const [{ Workshop }, bundle] = await Promise.all([
				import('./core.ts'),
				isStart ? this.#page.bundle : this.#surroundings.load(table)
			]);
			return new Workshop(bundle);
		})();
		this.#workshops.set(table, made);
		made.catch(() => this.#workshops.delete(table));
		return made;
	}

	/** Whether the choices are still the newest when their answer is there, and there is one. */
	async #apply(asked: ExploreState, notices: string[]): Promise<boolean> {
		const turn = ++this.#turn;
		const name = asked.table ?? this.#page.start.table;
		const title = this.#page.catalogue.find((each) => each.name === name)?.title ?? name;
		this.failure = undefined;
		this.busy = true;
		if (!this.#workshops.has(name)) this.status = m.explore_loading({ title });
		this.isQuiet = this.#workshops.has(name);
		let workshop: Workshop;
		try {
			workshop = await this.#workshopOf(name);
		} catch (error) {
			if (turn === this.#turn) this.#fail(m.explore_failed({ title, message: words(error) }), asked, notices);
			return false;
		}
		try {
			const whole = this.#whole(asked);
			const { exploration, ...built } = await workshop.build(whole, this.#surroundings.database());
			if (turn !== this.#turn) return false;
			this.state = keptState(asked, exploration);
			this.current = { exploration, ...built };
			this.busy = false;
			this.#tell([...notices, ...leftWords(exploration.left)]);
			return true;
		} catch (error) {
			if (turn === this.#turn) this.#fail(m.explore_failed_answer({ message: words(error) }), asked, notices);
			return false;
		}
	}

	#fail(text: string, asked: ExploreState, notices: string[]): void {
		this.busy = false;
		this.notices = [];
		this.status = text;
		this.isQuiet = false;
		const again = async () => {
			if (await this.#apply(asked, notices)) this.#write();
		};
		this.failure = { text, again };
	}

	#tell(notices: string[]): void {
		this.notices = [...new Set(notices)];
		const { title } = this.current;
		const isEmpty = this.current.shown?.answer.rows.length === 0;
		const said = isEmpty ? m.explore_announce_none({ title }) : m.explore_announce({ title });
		this.isQuiet = !this.notices.length;
		this.status = this.notices.join(' ') || (this.current.shown ? said : '');
	}
}

/** What was left out, in sentences; a stranger's text is never repeated. */
function leftWords(left: LeftOut[]): string[] {
	const sentences = left.map(({ control, value, reason }) => {
		if (!control) return m.explore_left_field();
		return value ? m.explore_left({ control, value, reason }) : m.explore_left_plain({ control, reason });
	});
	const found = [...new Set(sentences)];
	const more = found.length - MOST_NOTICES;
	return more > 0 ? [...found.slice(0, MOST_NOTICES), m.explore_left_many({ count: more })] : found;
}
