import { isStatus } from '../labels.ts';
import type { Status } from '../types.ts';
import type { NumberStyle } from './types.ts';

/** What a cell of a figure column is. */
export type Figure =
	| { kind: 'number'; number: string; status: Status; mark: string }
	| { kind: 'marker'; status: Status }
	| { kind: 'range' }
	| { kind: 'placeholder' }
	| { kind: 'empty' }
	| { kind: 'unread' };

const NUMBER = /^[+-]?\d+(?:[.,]\d+)*$/;
const SPACES = /(?<=\d)[ '’](?=\d{3}(?!\d))/g;
const MARK =
	/(?<=\d|%)\s*(\*+|[†‡]|[¹²³⁴-⁹]+|\((?:[a-z]|\d|prov\.?|provisional|revised|estimated?|prelim\.?)\)|\[[a-z]\]|[pre])$/i;
const RANGE =
	/^(?:(?:[<≤]|under|below|fewer than|less than|up to|menos de|hasta|weniger als|unter|moins de) ?=? ?\d+|\d+ ?[-–] ?\d+|\d+ or (?:fewer|less))$/i;
const HIDDEN =
	/^(?:\*+|#+|s|c|suppressed|withheld|redacted|confidential|hidden|suprimido|confidencial|geheim)$/i;
const PLACEHOLDER =
	/^(?:[-–—]+|\.+|…|:|\/|x|z|n|n[./]?a\.?|n\.a\.?|n[./]?d\.?|n\.d\.?|s[./]?d\.?|s\/d|n\/k|nk|nil|none|null|missing|not (?:available|applicable|collected|known|recorded)|no disponible|no aplica|sin datos|k\.? ?a\.?|nd)$/i;

const MARKED: [RegExp, Status][] = [
	[/^\[?\(?(?:p|prov\.?|provisional|prelim\.?)\)?\]?$/i, '[p]'],
	[/^\[?\(?(?:r|revised)\)?\]?$/i, '[r]'],
	[/^\[?\(?(?:e|estimated?)\)?\]?$/i, '[e]']
];

/** A cell without the mark behind its number, the mark, and what it says of the figure. */
function withoutMark(text: string): { bare: string; mark: string; status: Status } {
	const mark = MARK.exec(text)?.[1] ?? '';
	if (mark === '') return { bare: text, mark, status: '' };
	return { bare: text.replace(MARK, ''), mark, status: statusOfMark(mark) };
}

/** What a mark behind a number or a period says of figures; `''` where it says nothing known. */
export function statusOfMark(mark: string): Status {
	if (isStatus(mark)) return mark;
	return MARKED.find(([pattern]) => pattern.test(mark))?.[1] ?? '';
}

function digitsOf(text: string): string | undefined {
	const plain = text.replace(/\s*%$/, '').replaceAll(SPACES, '');
	return NUMBER.test(plain) ? plain : undefined;
}

/** Whether a cell is a number, however it is written. */
export function isNumber(text: string): boolean {
	return digitsOf(withoutMark(text).bare) !== undefined;
}

/** Whether a cell stands for a figure that is not told: a sign, a range, a marker. */
export function isStandIn(text: string): boolean {
	return (isStatus(text) && text !== '') || RANGE.test(text) || HIDDEN.test(text) || PLACEHOLDER.test(text);
}

/** Whether a text in place of a figure looks as if the figure were withheld. */
export function looksWithheld(text: string): boolean {
	return HIDDEN.test(text);
}

/** What the signs of a number say: `point` or `comma` for sure, else how the groups of three are parted. */
function votes(plain: string): 'point' | 'comma' | 'groups-point' | 'groups-comma' | undefined {
	const signs = [...plain.matchAll(/[.,]/g)].map(([sign]) => sign);
	const last = signs.at(-1);
	if (last === undefined) return undefined;
	if (new Set(signs).size === 2) return last === '.' ? 'point' : 'comma';
	if (signs.length > 1) return last === '.' ? 'comma' : 'point';
	const [before = '', after = ''] = plain.replace(/^[+-]/, '').split(last);
	const isGroup = after.length === 3 && before.length <= 3 && before !== '0';
	if (!isGroup) return last === '.' ? 'point' : 'comma';
	return last === '.' ? 'groups-point' : 'groups-comma';
}

/**
 * How the numbers of a table are written, told from all of them.
 * @returns `doubtful`: a number that could be read in two ways, where no other says which; counts are taken as whole
 */
export function styleOf(cells: readonly string[]): { style: NumberStyle; doubtful?: string } {
	const seen = { point: 0, comma: 0, 'groups-point': 0, 'groups-comma': 0 };
	let doubtful: string | undefined;
	for (const cell of cells) {
		const plain = digitsOf(withoutMark(cell).bare);
		const vote = plain === undefined ? undefined : votes(plain);
		if (!vote) continue;
		seen[vote]++;
		if (vote.startsWith('groups')) doubtful ??= cell;
	}
	if (seen.point > 0 || seen.comma > 0) return { style: seen.comma > seen.point ? 'comma' : 'point' };
	const style = seen['groups-point'] > seen['groups-comma'] ? 'comma' : 'point';
	return doubtful === undefined ? { style } : { style, doubtful };
}

const FORMS: Record<NumberStyle, RegExp> = {
	point: /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/,
	comma: /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/
};

/** What a cell of a figure column is, its numbers written as the table writes them. */
export function readFigure(text: string, style: NumberStyle): Figure {
	if (text === '') return { kind: 'empty' };
	if (isStatus(text)) return { kind: 'marker', status: text };
	const { bare, mark, status } = withoutMark(text);
	const plain = digitsOf(bare);
	const [, sign, whole, fraction] = (plain === undefined ? null : FORMS[style].exec(plain)) ?? [];
	if (whole !== undefined) {
		const digits = whole.replaceAll(/[.,]/g, '').replace(/^0+(?=\d)/, '');
		// A count that a spreadsheet writes as 120.0 is whole.
		const rest = fraction === undefined || /^0+$/.test(fraction) ? '' : `.${fraction}`;
		const number = `${sign === '-' ? '-' : ''}${digits}${rest}`;
		return { kind: 'number', number, status, mark: status === '' ? mark : '' };
	}
	if (RANGE.test(text)) return { kind: 'range' };
	return isStandIn(text) ? { kind: 'placeholder' } : { kind: 'unread' };
}
