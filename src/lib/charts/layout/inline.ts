import { END_STEPS, NARROW_PANEL, plotWidth } from './panel.ts';
import type { EndLabel } from './endLabels.ts';
import type { Point } from './runs.ts';
import { textWidth } from './text.ts';
import { textMark } from './textMark.ts';
import type { Panel, Series, TextMark } from './types.ts';

const LINE = 17;
/** Panel widths at which a place is tried. */
const TRIED = [480, 640, 800, 1100];
/** The same for one of several panels, which is never broad. */
const TRIED_SMALL = [NARROW_PANEL, 304, 360, 440];
/** How far a label that may be left out stands from its point at most, and how much of it may be covered. */
const NEAR = 18;
const COVERED = 0.15;

interface Rectangle {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

interface Candidate {
	anchor: 'start' | 'end' | 'middle';
	dx: number;
	/** Middle of the label. */
	y: number;
}

function overlap(a: Rectangle, b: Rectangle): number {
	const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
	const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
	return across > 0 && down > 0 ? across * down : 0;
}

/**
 * Labels of series that end before the last period, each beside its own last point, where it covers
 * least of the lines and of other labels at any width.
 */
export function inlineLabels(
	panel: Panel,
	ends: EndLabel[],
	points: Point[][],
	series: Series[],
	{ top, bottom }: { top: number; bottom: number },
	small = false
): TextMark[] {
	const widths = (small ? TRIED_SMALL : TRIED).map((width) => plotWidth(panel, width));
	// In small panels values may stand beside the plot.
	const beside = small ? END_STEPS[panel.end] : 0;
	// A rule is there once for narrow and once for wide panels.
	const rules = [...new Set(panel.rules.map(({ x }) => x))];
	const taken: Rectangle[][] = widths.map((width) => [
		...obstacles(points, width),
		...turnedWords(panel, width),
		...rules.map((x) => ({ left: x * width - 2, right: x * width + 2, top, bottom }))
	]);
	return ends.flatMap((end): TextMark[] => {
		const point = points[end.series]?.find((each) => each.at === end.at);
		const x = point?.x ?? 0;
		const y = point?.y ?? 0;
		const lines = end.lines;
		const long = end.width;
		const tall = lines.length * LINE;
		const boxAt = (candidate: Candidate, width: number): Rectangle => {
			const at = x * width + candidate.dx;
			const left = candidate.anchor === 'start' ? at : candidate.anchor === 'end' ? at - long : at - long / 2;
			return { left, right: left + long, top: candidate.y - tall / 2, bottom: candidate.y + tall / 2 };
		};
		const cost = (candidate: Candidate) =>
			widths.reduce(
				(sum, width, index) => {
					const box = boxAt(candidate, width);
					const out =
						Math.max(0, -box.left) +
						Math.max(0, box.right - width - beside) +
						Math.max(0, top - box.top) +
						Math.max(0, box.bottom - bottom);
					const covered = (taken[index] ?? []).reduce((all, other) => all + overlap(box, other), 0);
					return sum + out * 1000 + covered;
				},
				Math.abs(candidate.y - y) * 0.5
			);
		const candidates: Candidate[] = [];
		for (const away of [0, 10, 18, 28, 40, 56, 76]) {
			if (end.optional && away > NEAR) break;
			for (const y1 of away ? [y - away - tall / 2 + 6, y + away + tall / 2 - 6] : [y]) {
				candidates.push(
					{ anchor: 'start', dx: away ? -4 : 9, y: y1 },
					{ anchor: 'end', dx: away ? 4 : -9, y: y1 }
				);
				if (away) candidates.push({ anchor: 'middle', dx: 0, y: y1 });
			}
		}
		const best = candidates.reduce((least, candidate) => (cost(candidate) < cost(least) ? candidate : least));
		if (end.optional && cost(best) > widths.length * long * tall * COVERED + NEAR) return [];
		widths.forEach((width, index) => {
			const box = boxAt(best, width);
			// A label over another label is worse than one over a line.
			taken[index]?.push(box, box, box, box);
		});
		const mark = textMark({
			x,
			dx: best.dx,
			y: best.y - ((lines.length - 1) * LINE) / 2 + 4.5,
			anchor: best.anchor,
			lines,
			value: end.value,
			tone: 'hue',
			hue: series[end.series]?.hue ?? 1,
			width: small ? 'all' : 'wide'
		});
		return [mark];
	});
}

/** Words that read upwards, each several times, since a label over words is worse than one over a line. */
function turnedWords(panel: Panel, width: number): Rectangle[] {
	return panel.texts
		.filter((text) => text.turned)
		.flatMap(({ x, y, lines }) => {
			const tall = textWidth(lines[0] ?? '', 12);
			const box = { left: x * width - 8, right: x * width + 8, top: y - tall, bottom: y };
			return [box, box, box];
		});
}

/** What a label should not cover at a plot width: small squares along every line. */
function obstacles(points: Point[][], width: number): Rectangle[] {
	const squares: Rectangle[] = [];
	for (const known of points.map((all) => all.filter((point) => point.y !== null))) {
		known.forEach((point, index) => {
			const next = known[index + 1];
			const steps = next && next.at - point.at === 1 ? 6 : 1;
			for (let step = 0; step < steps; step++) {
				const part = step / steps;
				const x = (point.x + ((next?.x ?? point.x) - point.x) * part) * width;
				const y = (point.y ?? 0) + ((next?.y ?? point.y ?? 0) - (point.y ?? 0)) * part;
				const half = step ? 2 : 5;
				squares.push({ left: x - half, right: x + half, top: y - half, bottom: y + half });
			}
		});
	}
	return squares;
}
