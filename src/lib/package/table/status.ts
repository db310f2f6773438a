import type { Status } from '../types.ts';
import { isStatus, MARKERS, NO_NUMBER } from '../labels.ts';
import { offer } from '../fault.ts';
import type { CellFault } from './cell.ts';

const KNOWN = Object.keys(MARKERS).filter((marker) => marker !== '');

/** The marker that a text in the status column stands for, or a fault. */
export function readStatus(text: string): { status: Status; fault?: CellFault } {
	if (isStatus(text)) return { status: text };
	const bracketed = `[${text}]`;
	const mend = isStatus(bracketed) ? `write ${bracketed}` : `leave it empty, or ${offer(text, KNOWN)}`;
	return { status: '', fault: { rule: 'this is not one of the markers', mend } };
}

/**
 * The status of a figure from what stands in its cell and beside it, or a fault where the two disagree.
 *
 * @param marker the missing value in the figure's cell; undefined where it has a number
 * @param beside the status column's marker; `''` where there is none
 */
export function statusOf(marker: string | undefined, beside: Status): { status: Status; fault?: CellFault } {
	if (marker === undefined) {
		if (!NO_NUMBER.includes(beside)) return { status: beside };
		return {
			status: beside,
			fault: {
				rule: `a number stands beside ${beside}, which means ${MARKERS[beside]}`,
				mend: 'remove the number or the marker'
			}
		};
	}
	const own: Status = marker !== '' && isStatus(marker) ? marker : '[x]';
	if (beside === '' || beside === own) return { status: own };
	if (marker === '' && NO_NUMBER.includes(beside)) return { status: beside };
	return {
		status: own,
		fault: { rule: 'the markers of the figure and of its status differ', mend: `write ${own} in both or one` }
	};
}
