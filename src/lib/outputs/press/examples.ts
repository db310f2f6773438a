import type { ChartView } from '../../charts/types.ts';
import { breakExample } from './break.ts';
import { causeExample } from './cause.ts';
import { rankingExample } from './ranking.ts';
import { revisedExample } from './revised.ts';
import { sumExample } from './sum.ts';
import type { Ask, ExampleFinder, PressExample } from './types.ts';
import { unitsExample } from './units.ts';
import { withheldExample } from './withheld.ts';

const FINDERS: ExampleFinder[] = [
	sumExample,
	causeExample,
	breakExample,
	unitsExample,
	rankingExample,
	revisedExample,
	withheldExample
];

/**
 * What not to write of a package's figures: of each kind of mistake the first chart that invites it. A
 * package without such a chart has no example of that kind.
 */
export function pressExamples(views: ChartView[], ask: Ask): PressExample[] {
	// A rate is no count: it is not added up, and its changes are mostly random where counts are small.
	const counts = views.filter(({ spec }) => !spec.query.rate);
	return FINDERS.flatMap((find) => {
		for (const view of counts) {
			const example = find(view, ask);
			if (example) return [example];
		}
		return [];
	});
}
