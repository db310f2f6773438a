import { hasLastZeros, isGrouped, isPointed, isTooFine, readValue, withoutMarker } from './values.ts';
import { shapeOf, type Shape } from './shapes.ts';
import type { Misfits, OwnType } from './types.ts';

const TYPES = ['whole', 'whole-points', 'decimal', 'decimal-comma', 'year', 'date'] as const;
const FIRST_MISFITS = 5;
const MOST_DISTINCT = 5000;
/** Distinct values that are kept over all columns together. */
const MOST_KEPT = 100_000;
const FORMULA_KEPT = /^'[=+\-@\t\r\n]/;

/** What a cell is, worked out once for each distinct text. */
interface Kind {
	marker: boolean;
	/** Whether nothing stands beside the marker. */
	bare: boolean;
	fits: Record<Exclude<OwnType, 'text'>, boolean>;
	grouped: boolean;
	pointed: boolean;
	tooFine: boolean;
	lastZeros: boolean;
	zeros: boolean;
	/** The whole number, if it is one. */
	number: number | undefined;
	shape: Shape | undefined;
	apostrophe: boolean;
	year: number | undefined;
}

function kindOf(cell: string): Kind {
	const { text, marker } = withoutMarker(cell);
	const whole = readValue('whole', text);
	const isDecimal = whole !== undefined || readValue('decimal', text) !== undefined;
	const isDate = readValue('date', text) !== undefined;
	const date = /^(?:(\d{4})-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-](\d{4}))$/.exec(text);
	return {
		marker: marker !== '',
		bare: marker !== '' && text === '',
		fits: {
			whole: whole !== undefined,
			'whole-points': readValue('whole-points', text) !== undefined,
			decimal: isDecimal,
			'decimal-comma': readValue('decimal-comma', text) !== undefined,
			year: readValue('year', text) !== undefined,
			date: isDate
		},
		grouped: isDecimal && isGrouped(text),
		pointed: isPointed(text),
		tooFine: isDecimal && isTooFine(text),
		lastZeros: isDecimal && hasLastZeros(text),
		zeros: /^0\d+$/.test(text),
		number: whole === undefined ? undefined : Number(whole),
		shape: (isDecimal && !/^\d{7,15}$/.test(text)) || isDate ? undefined : shapeOf(text),
		apostrophe: FORMULA_KEPT.test(cell),
		year: date ? Number(date[1] ?? date[2]) : undefined
	};
}

const noMisfits = (): Misfits => ({ count: 0, first: [] });

/** What the cells of one column are, told from all of them in one pass. */
export class ColumnTally {
	cells = 0;
	empty = 0;
	markers = 0;
	/** Cells with a marker and nothing else. */
	bareMarkers = 0;
	grouped = 0;
	/** Cells with points that may mark thousands. */
	pointed = 0;
	/** Numbers with more digits than a database keeps. */
	tooFine = 0;
	/** Numbers with zeros at the end of their fraction. */
	lastZeros = 0;
	zeros = 0;
	apostrophes = 0;
	small = 0;
	ones = 0;
	largest = -Infinity;
	firstYear = Infinity;
	lastYear = -Infinity;
	readonly shapes = new Map<Shape, number>();
	readonly misfits: Record<Exclude<OwnType, 'text'>, Misfits> = {
		whole: noMisfits(),
		'whole-points': noMisfits(),
		decimal: noMisfits(),
		'decimal-comma': noMisfits(),
		year: noMisfits(),
		date: noMisfits()
	};
	private distinct: Map<string, { count: number; line: number }> | undefined = new Map();
	private readonly mostDistinct: number;
	/** Share of distinct values when there were too many to keep. */
	private overflowShare = 0;

	constructor(
		columns: number,
		private readonly threshold: number
	) {
		this.mostDistinct = Math.max(50, Math.min(MOST_DISTINCT, Math.floor(MOST_KEPT / columns)));
	}

	/** Takes one cell. */
	add(text: string, line: number): void {
		this.cells++;
		if (text === '') {
			this.empty++;
			return;
		}
		if (!this.distinct) {
			this.count(text, 1, line);
			return;
		}
		const known = this.distinct.get(text);
		if (known) known.count++;
		else this.distinct.set(text, { count: 1, line });
		if (this.distinct.size > this.mostDistinct) {
			this.overflowShare = this.distinct.size / (this.cells - this.empty);
			this.flush();
		}
	}

	/** Counts what was kept; call it after the last cell. */
	end(): void {
		if (!this.distinct) return;
		this.overflowShare = this.filled ? this.distinct.size / this.filled : 0;
		this.flush();
	}

	get filled(): number {
		return this.cells - this.empty;
	}

	/** Share of filled cells that are unlike the others; where they are very many, of the first of them. */
	get distinctShare(): number {
		return this.overflowShare;
	}

	/** Whether there is a value and all of them are of a type; markers alone are no values. */
	fitsAll(type: Exclude<OwnType, 'text'>): boolean {
		return this.filled > this.bareMarkers && this.misfits[type].count === 0;
	}

	private flush(): void {
		const distinct = this.distinct ?? new Map<string, { count: number; line: number }>();
		this.distinct = undefined;
		for (const [text, { count, line }] of distinct) this.count(text, count, line);
	}

	private count(cell: string, count: number, line: number): void {
		const kind = kindOf(cell);
		if (kind.marker) this.markers += count;
		if (kind.bare) this.bareMarkers += count;
		if (kind.grouped) this.grouped += count;
		if (kind.pointed) this.pointed += count;
		if (kind.tooFine) this.tooFine += count;
		if (kind.lastZeros) this.lastZeros += count;
		if (kind.zeros) this.zeros += count;
		if (kind.apostrophe) this.apostrophes += count;
		if (kind.shape) this.shapes.set(kind.shape, (this.shapes.get(kind.shape) ?? 0) + count);
		if (kind.year !== undefined) {
			this.firstYear = Math.min(this.firstYear, kind.year);
			this.lastYear = Math.max(this.lastYear, kind.year);
		}
		if (kind.number !== undefined) {
			if (kind.number > 0 && kind.number < this.threshold) this.small += count;
			if (kind.number === 0 || kind.number === 1) this.ones += count;
			this.largest = Math.max(this.largest, kind.number);
		}
		for (const type of TYPES) {
			if (kind.fits[type] || (kind.bare && type !== 'year' && type !== 'date')) continue;
			const misfits = this.misfits[type];
			misfits.count += count;
			if (misfits.first.length < FIRST_MISFITS) misfits.first.push({ line, value: cell.slice(0, 200) });
		}
	}
}
