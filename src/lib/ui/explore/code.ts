import { chartContext } from '../../charts/context.ts';
import { pinnedWords } from '../../charts/words/deck.ts';
import { titleWords } from '../../charts/words/title.ts';
import type { CodeOrder } from '../../outputs/code/index.ts';
import { tableOfChart } from '../../outputs/files/chartTable.ts';
import type { Current } from './session.svelte.ts';
import { derivationOf } from './spec.ts';

/** What the programs of a chart ask and say: that of the chart for shares, of the counts for indices and changes. */
export function codeSubject({
	exploration,
	view,
	counts,
	shown
}: Pick<Current, 'exploration' | 'view' | 'counts' | 'shown'>): Omit<CodeOrder, 'resources' | 'addressOf'> {
	const derivation = derivationOf(exploration.question);
	const answer = derivation?.kind === 'share' ? (shown?.answer ?? view.answer) : counts;
	const context = chartContext(view, answer);
	return {
		answer: counts,
		title: [titleWords(context), ...pinnedWords(context)].join(', '),
		caveats: tableOfChart(view, answer).caveats,
		...(derivation ? { derivation } : {})
	};
}
