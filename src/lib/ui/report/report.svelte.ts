import type { ChartView } from '../../charts/types.ts';
import type { CubeAnswer } from '../../cube/types.ts';
import { createMemoryEngine } from '../../engine/memory.ts';
import type { QueryEngine } from '../../engine/types.ts';
import { m } from '../../words/index.ts';
import { expandTable } from '../compact.ts';
import { readReport, writeReport } from './choice.ts';
import type { ReportChoice, ReportData } from './types.ts';

/** What a brief is about and the answers for its places; the newest choice wins over slower earlier ones. */
export class Report {
	choice = $state.raw<ReportChoice>({ from: 0, to: 0, places: [] });
	/** Charts of the chosen places with their answers; empty while there are none. */
	ofPlaces = $state.raw<{ view: ChartView; answer: CubeAnswer }[]>([]);
	notices = $state.raw<string[]>([]);
	readonly #data: ReportData;
	readonly #memory: QueryEngine;
	readonly #write: (search: string) => void;
	#turn = 0;

	/** @param write puts the choice into the address, `''` for the standard one */
	constructor(data: ReportData, write: (search: string) => void) {
		this.#data = data;
		this.#write = write;
		this.choice = data.initial;
		const tables = (data.places?.tables ?? []).map(expandTable);
		this.#memory = createMemoryEngine(
			tables.map((table) => table.resource),
			Object.fromEntries(tables.map((table) => [table.resource.name, table]))
		);
	}

	/** Whether the brief is the one that stands in the page before any choice. */
	get isStandard(): boolean {
		return writeReport(this.choice, this.#data) === '';
	}

	/** Follows the address with which the page was opened; what cannot be followed leaves it. */
	async follow(search: string): Promise<void> {
		const { choice, notices } = readReport(search, this.#data);
		if ((await this.#apply(choice, notices)) && notices.length) this.#write(writeReport(choice, this.#data));
	}

	/** Changes a part of the choice; a period that would end before it begins moves its other end along. */
	async choose(change: Partial<ReportChoice>): Promise<void> {
		const { from, to, places } = { ...this.choice, ...change };
		const period =
			change.from === undefined ? { from: Math.min(from, to), to } : { from, to: Math.max(from, to) };
		const search = writeReport({ ...period, places }, this.#data);
		if (await this.#apply(readReport(search, this.#data).choice, [])) this.#write(search);
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
		const { places } = this.#data;
		for (const view of choice.places.length && places ? places.views : []) {
			const { query } = view.spec;
			const filters = { ...query.filters, [places?.field ?? '']: choice.places };
			try {
				const answer = await this.#memory.answer({ ...query, filters });
				if (answer.refused) failed.push(m.report_failed({ message: answer.reason }));
				else found.push({ view, answer });
			} catch (error) {
				failed.push(m.report_failed({ message: error instanceof Error ? error.message : String(error) }));
			}
		}
		if (turn !== this.#turn) return false;
		this.choice = choice;
		this.ofPlaces = found;
		this.notices = [...new Set([...notices, ...failed])];
		return true;
	}
}
