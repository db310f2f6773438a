import type { ChartView } from '../../charts/types.ts';
import type { CubeAnswer } from '../../cube/types.ts';
import type { QueryEngine } from '../../engine/types.ts';
import { m } from '../../words/index.ts';
import { withPlaceKit } from '../placeKit.ts';
import { rowsEngine } from '../rows.ts';
import { readReport, writeReport } from './choice.ts';
import type { ReportChoice, ReportData, ReportPlaceCharts } from './types.ts';

/** Charts of several places with what answers them. */
interface Answering {
	views: ChartView[];
	engine: QueryEngine;
}

/** What a brief needs of its page. */
export interface Surroundings {
	/** Puts the choice into the address, `''` for the standard one. */
	write: (search: string) => void;
	/** Fetches what answers a choice of places; rejects where it cannot be had. */
	fetchPlaces: () => Promise<ReportPlaceCharts>;
}

const NONE = { views: [], engine: undefined };

/** What a brief is about and the answers for its places; the newest choice wins over slower earlier ones. */
export class Report {
	choice = $state.raw<ReportChoice>({ from: 0, to: 0, places: [] });
	/** Charts of the chosen places with their answers; empty while there are none. */
	ofPlaces = $state.raw<{ view: ChartView; answer: CubeAnswer }[]>([]);
	notices = $state.raw<string[]>([]);
	readonly #data: ReportData;
	readonly #page: Surroundings;
	#answering: Promise<Answering> | undefined;
	#turn = 0;

	constructor(data: ReportData, page: Surroundings) {
		this.#data = data;
		this.#page = page;
		this.choice = data.initial;
	}

	/** What answers a choice of places; it is loaded with the first, since the standard brief needs none. */
	async #open(): Promise<Answering> {
		const { views, tables } = await this.#page.fetchPlaces();
		await withPlaceKit(views, views);
		return { views, engine: rowsEngine(tables) };
	}

	/** Whether the brief is the one that stands in the page before any choice. */
	get isStandard(): boolean {
		return writeReport(this.choice, this.#data) === '';
	}

	/** Follows the address with which the page was opened; what cannot be followed leaves it. */
	async follow(search: string): Promise<void> {
		const { choice, notices } = readReport(search, this.#data);
		if ((await this.#apply(choice, notices)) && notices.length)
			this.#page.write(writeReport(choice, this.#data));
	}

	/** Changes a part of the choice; a period that would end before it begins moves its other end along. */
	async choose(change: Partial<ReportChoice>): Promise<void> {
		const { from, to, places } = { ...this.choice, ...change };
		const period =
			change.from === undefined ? { from: Math.min(from, to), to } : { from, to: Math.max(from, to) };
		const search = writeReport({ ...period, places }, this.#data);
		if (await this.#apply(readReport(search, this.#data).choice, [])) this.#page.write(search);
	}

	/** Returns to the standard brief. */
	reset(): Promise<void> {
		return this.choose(this.#data.initial);
	}

	/** Whether the choice is still the newest when its answers are there. */
	async #apply(choice: ReportChoice, notices: string[]): Promise<boolean> {
		const turn = ++this.#turn;
		const found: { view: ChartView; answer: CubeAnswer }[] = [];
		const failed: string[] = [];
		try {
			const { views, engine } = choice.places.length ? await (this.#answering ??= this.#open()) : NONE;
			for (const view of views) {
				const { query } = view.spec;
				const filters = { ...query.filters, [this.#data.places?.field ?? '']: choice.places };
				const answer = await engine?.answer({ ...query, filters });
				if (answer?.refused) failed.push(m.report_failed({ message: answer.reason }));
				else if (answer) found.push({ view, answer });
			}
		} catch (error) {
			this.#answering = undefined;
			failed.push(m.report_failed({ message: error instanceof Error ? error.message : String(error) }));
		}
		if (turn !== this.#turn) return false;
		this.choice = choice;
		this.ofPlaces = found;
		this.notices = [...new Set([...notices, ...failed])];
		return true;
	}
}
