import { fiscalStart } from '../../package/fiscal.ts';
import { monthsOf } from '../reach/period.ts';
import type { ReachFigure } from '../reach/types.ts';
import type { ReportChoice, ReportMeasure } from './types.ts';

/** A measure with its newest figure in the years of a brief. */
export interface HeadlineFigure {
	label: string;
	figure: ReachFigure;
}

function isWithin({ period }: ReachFigure, { from, to }: Pick<ReportChoice, 'from' | 'to'>): boolean {
	const fiscal = fiscalStart(period);
	if (fiscal !== undefined) return fiscal >= from && fiscal <= to;
	const months = monthsOf(period);
	return months !== undefined && months.first >= from * 12 && months.last <= to * 12 + 11;
}

const lastMonth = ({ figure }: HeadlineFigure) => monthsOf(figure.period)?.last ?? 0;

/**
 * The newest figure of each measure whose period lies in the chosen years; of more than `most` measures those with
 * the newest figures, in the order of the package.
 */
export function headlineFigures(
	measures: ReportMeasure[],
	choice: Pick<ReportChoice, 'from' | 'to'>,
	most: number
): HeadlineFigure[] {
	const found = measures.flatMap(({ label, figures }) => {
		const figure = figures.findLast((each) => each.value !== null && isWithin(each, choice));
		return figure ? [{ label, figure }] : [];
	});
	const chosen = new Set(found.toSorted((a, b) => lastMonth(b) - lastMonth(a)).slice(0, most));
	return found.filter((each) => chosen.has(each));
}
