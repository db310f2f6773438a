import type { ChartView } from '../../charts/types.ts';
import type { CubeAnswer, CubeQuery } from '../../cube/types.ts';

/** Answers a question to the package; undefined where it is refused. */
export type Ask = (query: CubeQuery) => CubeAnswer | undefined;

/** A mistake that this package's figures invite, beside a text that says the same truly. */
export interface PressExample {
	kind: 'sum' | 'break' | 'cause' | 'units' | 'ranking' | 'revised' | 'withheld';
	/** A sentence that must not be written. */
	wrong: string;
	/** Why it is wrong. */
	why: string;
	/** A text that may be quoted. */
	right: string;
	chart: { id: string; title: string };
}

/** Looks for one kind of mistake in one chart; undefined where the chart does not invite it. */
export type ExampleFinder = (view: ChartView, ask: Ask) => PressExample | undefined;
