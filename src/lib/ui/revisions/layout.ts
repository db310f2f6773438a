import { textWidth } from '../../charts/layout/text.ts';
import type { VersionStanding } from '../../package/types.ts';
import { stretchOf } from './moments.ts';
import type { RevisedFigure, VersionLine } from './types.ts';

/** A mark: `x` is a fraction of the plot, or null in the column of versions without a date, where `dx` starts at its middle. */
export interface VersionMark {
	x: number | null;
	/** px beside `x`, where marks would lie on each other. */
	dx: number;
	y: number;
	standing: VersionStanding;
	/** First and last fraction of the time that the date may mean, where that is wide enough to be seen. */
	span?: [number, number];
	label: { text: string; y: number; anchor: 'start' | 'middle' | 'end' };
}

/** One line of versions as it is drawn; px from its top. */
export interface LineLayout {
	height: number;
	/** Where the version stands with which the others are compared. */
	zero: number;
	/** Grid lines above and below it; none where nothing is compared. */
	grid: { y: number; share: number }[];
	marks: VersionMark[];
}

export interface FigureLayout {
	/** Names of the years along the axis, in the middle of each year; none where every version is undated. */
	years: { x: number; label: string }[];
	/** Where years begin and end. */
	bounds: number[];
	/** Whether there is a column of versions without a date. */
	undated: boolean;
	lines: LineLayout[];
}

/** px from the line of comparison to the end of the scale. */
const REACH = 34;
/** px of a plot on a small phone, and of the column beside it: where labels must not meet. */
const NARROW = { plot: 150, column: 76 };
const TEXT = { size: 13, line: 16, away: 20 };
const MARK = 13;
/** The most names of years that a small phone has room for. */
const MOST_YEARS = 4;
/** Smaller scales would make a difference of a few in ten thousand look large. */
const LEAST_SCALE = 0.01;

/** The end of a scale of shares that holds the differences of some figures: 0.01, 0.02, 0.05, 0.1 … */
export function shareScale(figures: RevisedFigure[]): number {
	const shares = figures.flatMap(({ lines }) =>
		lines.flatMap(({ versions }) => versions.map(({ difference }) => Math.abs(difference?.share ?? 0)))
	);
	const most = Math.max(LEAST_SCALE, ...shares);
	const power = 10 ** Math.floor(Math.log10(most) + 1e-9);
	const step = [1, 2, 5, 10].find((each) => each * power >= most * (1 - 1e-9)) ?? 10;
	return Number((step * power).toPrecision(1));
}

/** The whole years that hold every dated version. */
function yearsOf(figure: RevisedFigure): { first: number; last: number } | undefined {
	const found = figure.lines.flatMap(({ versions }) =>
		versions.flatMap(({ published }) => stretchOf(published) ?? [])
	);
	if (!found.length) return undefined;
	const first = Math.floor(Math.min(...found.map(({ from }) => from)));
	const last = Math.ceil(Math.max(...found.map(({ to }) => to)) - 1e-9);
	return { first, last };
}

interface Box {
	x0: number;
	x1: number;
	y0: number;
	y1: number;
}

const meet = (a: Box, b: Box) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

function anchorOf(x: number | null): VersionMark['label']['anchor'] {
	if (x === null) return 'middle';
	return x < 0.2 ? 'start' : x > 0.8 ? 'end' : 'middle';
}

/** The px that a mark or its label takes on a small phone. */
function boxAt(middle: number, y: number, wide: number, tall: number, anchor: string): Box {
	const x0 = anchor === 'start' ? middle - 6 : anchor === 'end' ? middle - wide + 6 : middle - wide / 2;
	return { x0, x1: x0 + wide, y0: y - tall / 2, y1: y + tall / 2 };
}

/** Places labels above or below their marks, further away where another one is in the way. */
function placeLabels(marks: VersionMark[], middles: number[]): void {
	const taken = marks.map(({ y }, index) => boxAt(middles[index] ?? 0, y, MARK, MARK, 'middle'));
	marks.forEach((mark, index) => {
		const { label } = mark;
		const wide = textWidth(label.text, TEXT.size);
		const up = mark.y <= Math.min(...marks.map(({ y }) => y)) || marks.every(({ y }) => Math.abs(y) < 0.5);
		for (let away = TEXT.away; ; away += TEXT.line) {
			const sides = up ? [-away, away] : [away, -away];
			const free = sides.find((side) => {
				const box = boxAt(middles[index] ?? 0, mark.y + side, wide + 4, TEXT.line, label.anchor);
				return !taken.some((other) => meet(box, other));
			});
			if (free === undefined) continue;
			label.y = mark.y + free;
			taken.push(boxAt(middles[index] ?? 0, label.y, wide + 4, TEXT.line, label.anchor));
			return;
		}
	});
}

function layLine(
	line: VersionLine,
	years: { first: number; last: number } | undefined,
	scale: number,
	write: (value: number, standing: VersionStanding) => string
): LineLayout {
	const along = (time: number) => (years ? (time - years.first) / (years.last - years.first) : 0);
	const compared = line.versions.some(({ difference }) => typeof difference?.share === 'number');
	const shown = line.versions.filter((version) => version.value !== null);
	const marks: VersionMark[] = [];
	const middles: number[] = [];
	for (const version of shown) {
		const stretch = stretchOf(version.published);
		const x = stretch ? along((stretch.from + stretch.to) / 2) : null;
		const y = compared ? (-(version.difference?.share ?? 0) / scale) * REACH : 0;
		let middle = x === null ? NARROW.plot + NARROW.column / 2 : x * NARROW.plot;
		const at = middle;
		while (
			middles.some(
				(other, index) => Math.abs(other - middle) < 11 && Math.abs((marks[index]?.y ?? 0) - y) < 11
			)
		) {
			middle += 11;
		}
		const yearOnly = stretch && stretch.to - stretch.from === 1;
		middles.push(middle);
		marks.push({
			x,
			dx: middle - at,
			y,
			standing: version.standing,
			...(yearOnly ? { span: [along(stretch.from), along(stretch.to)] as [number, number] } : {}),
			label: { text: write(version.value ?? 0, version.standing), y: 0, anchor: anchorOf(x) }
		});
	}
	placeLabels(marks, middles);
	const reach = compared ? REACH : 0;
	const top = Math.min(-reach, ...marks.map(({ y, label }) => Math.min(y, label.y))) - TEXT.line;
	const bottom = Math.max(reach, ...marks.map(({ y, label }) => Math.max(y, label.y))) + TEXT.line;
	for (const mark of marks) {
		mark.y -= top;
		mark.label.y -= top;
	}
	return {
		height: bottom - top,
		zero: -top,
		grid: compared ? [scale, -scale].map((share) => ({ y: (-share / scale) * REACH - top, share })) : [],
		marks
	};
}

/**
 * Places the versions of a figure: across by the day they were published, up and down by their difference
 * from the version that they are compared with, on one scale of shares. Two bases are two lines.
 * @param scale the share at the end of the scale
 * @param write the words at a mark
 */
export function layFigure(
	figure: RevisedFigure,
	scale: number,
	write: (value: number, standing: VersionStanding) => string
): FigureLayout {
	const years = yearsOf(figure);
	const count = years ? years.last - years.first : 0;
	const step = Math.ceil(count / MOST_YEARS);
	const all = Array.from({ length: count }, (_, index) => index);
	return {
		years: all
			.filter((index) => index % step === 0)
			.map((index) => ({ x: (index + 0.5) / count, label: String((years?.first ?? 0) + index) })),
		bounds: [...all, count].map((index) => (count ? index / count : 0)),
		undated: figure.lines.some(({ versions }) => versions.some(({ published }) => !stretchOf(published))),
		lines: figure.lines.map((line) => layLine(line, years, scale, write))
	};
}
