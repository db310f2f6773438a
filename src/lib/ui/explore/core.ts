import { chartContext } from '../../charts/context.ts';
import { deriveAnswer } from '../../charts/derived/derive.ts';
import { loadDerivedKit } from '../../charts/derivedKit.ts';
import { loadPlaceKit } from '../../charts/kit.ts';
import { needsPlaceKit } from '../../charts/needsPlaceKit.ts';
import { titleWords } from '../../charts/words/title.ts';
import type { CubeAnswer } from '../../cube/types.ts';
import { createMemoryEngine } from '../../engine/memory.ts';
import type { QueryEngine } from '../../engine/types.ts';
import { ask, type Shown } from '../filters/ask.ts';
import type { ChartView } from '../../charts/types.ts';
import { explore, type Exploration } from './explore.ts';
import { queryOf } from './query.ts';
import { derivationOf } from './spec.ts';
import { sqlOf } from './sql.ts';
import type { ExploreState } from './state.ts';
import { timeName, yearStarts } from './table.ts';
import type { TableBundle } from './types.ts';
import { tableOf, viewOf } from './view.ts';

/** A chart that was built from choices. */
export interface Built {
	exploration: Exploration;
	view: ChartView;
	shown: Shown;
	counts: CubeAnswer;
	title: string;
	sql: string;
}

/** What one table makes of choices; a table is made ready once. */
export class Workshop {
	readonly #bundle: TableBundle;
	readonly #table: ReturnType<typeof tableOf>;
	readonly #memory: QueryEngine;

	constructor(bundle: TableBundle) {
		this.#bundle = bundle;
		this.#table = tableOf(bundle);
		this.#memory = createMemoryEngine(this.#table.resources, this.#table.tables);
	}

	/** What can be chosen after these choices. */
	explore(state: ExploreState): Exploration {
		return explore(state, this.#table);
	}

	/**
	 * Answers choices and makes the chart.
	 * @throws if the answer is refused, which `explore` sees to that it is not, or the code for it cannot be loaded
	 */
	async build(state: ExploreState, database: QueryEngine | undefined): Promise<Built> {
		const exploration = this.explore(state);
		const { question } = exploration;
		const query = queryOf(this.#table, question);
		const answered = await ask(query, this.#memory, database);
		if (typeof answered === 'string') throw new Error(answered);
		const derivation = derivationOf(question);
		if (derivation) await loadDerivedKit();
		const answer = derivation
			? deriveAnswer(answered.answer, timeName(this.#table), derivation, yearStarts(this.#table))
			: answered.answer;
		const view = viewOf(this.#bundle, this.#table, question, answer);
		if (needsPlaceKit(view)) await loadPlaceKit();
		const title = titleWords(chartContext(view, answer));
		return {
			exploration,
			view,
			shown: { ...answered, answer },
			counts: answered.answer,
			title,
			sql: sqlOf(this.#table, query, question.show)
		};
	}
}
