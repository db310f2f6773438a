import type { QueryEngine } from '../../engine/types.ts';
import { localized } from '../../package/index.ts';
import { m } from '../../words/index.ts';
import { ask, type Shown } from '../filters/ask.ts';
import { rowsEngine } from '../rows.ts';
import { readPlaces, writePlaces } from './choice.ts';
import type { ComparePlaces } from './types.ts';

/** Which places are compared, and the answers to it; the newest choice wins over slower earlier ones. */
export class PlaceComparison {
	/** Codes of the chosen places in the order of their names; empty while the sample stands. */
	chosen = $state.raw<string[]>([]);
	/** Answers for the chosen places, by chart; empty while the sample stands. */
	shown = $state.raw<Record<string, Shown>>({});
	notices = $state.raw<string[]>([]);
	readonly #data: ComparePlaces;
	readonly #write: (search: string) => void;
	readonly #memory: QueryEngine;
	#turn = 0;

	/** @param write puts the choice into the address: `?places=AL,TX`, or `''` for the sample */
	constructor(data: ComparePlaces, write: (search: string) => void) {
		this.#data = data;
		this.#write = write;
		this.#memory = rowsEngine(data.tables);
	}

	/** Codes of the places that are on screen. */
	get codes(): string[] {
		return this.chosen.length ? this.chosen : this.#data.sample;
	}

	/** Follows the address with which the page was opened; what cannot be followed leaves it. */
	async follow(search: string): Promise<void> {
		const { codes, notices } = readPlaces(search, this.#data.places);
		const isNewest = await this.#apply(codes, notices);
		if (isNewest && notices.length) this.#write(writePlaces(codes, this.#data.places));
	}

	/** Compares these places; none returns to the sample. */
	async choose(codes: string[]): Promise<void> {
		const search = writePlaces(codes, this.#data.places);
		if (await this.#apply(readPlaces(search, this.#data.places).codes, [])) this.#write(search);
	}

	/** Whether the choice is still the newest when its answers are there. */
	async #apply(codes: string[], notices: string[]): Promise<boolean> {
		const turn = ++this.#turn;
		const shown: Record<string, Shown> = {};
		const found = [...notices];
		for (const { spec } of codes.length ? this.#data.views : []) {
			const filters = { ...spec.query.filters, [this.#data.field]: codes };
			const chart = localized(spec.title);
			try {
				const answered = await ask({ ...spec.query, filters }, this.#memory, undefined);
				if (typeof answered === 'string') found.push(m.places_compare_failed({ chart, message: answered }));
				else shown[spec.id] = answered;
			} catch (error) {
				const message = error instanceof Error ? error.message : String(error);
				found.push(m.places_compare_failed({ chart, message }));
			}
		}
		if (turn !== this.#turn) return false;
		this.chosen = codes;
		this.shown = shown;
		this.notices = [...new Set(found)];
		return true;
	}
}
