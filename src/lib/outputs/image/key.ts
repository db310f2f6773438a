import { intervalKey } from '../../charts/layout/intervalKey.ts';
import { shapePath } from '../../charts/layout/shapes.ts';
import type { ChartLayout, Shape } from '../../charts/layout/types.ts';
import { m } from '../../words/index.ts';
import { paragraph } from './text.ts';
import { measure } from './measure.ts';
import type { Palette } from './palette.ts';
import type { Block } from './types.ts';
import { element, short } from '../markup.ts';

/** How strongly an area between limits is filled. */
export const AREA_OPACITY = 0.16;

const SIZE = 13.5;
const LINE = 20;
const BETWEEN = 16;
const AFTER_SAMPLE = 7;

/** A sample and what it means. */
export interface Entry {
	label: string;
	/** px of the sample, which stands 14 px high. */
	sample: number;
	draw: (x: number, y: number) => string;
}

/** A marker with its middle at a place. */
export function marker(
	shape: Shape,
	x: number,
	y: number,
	attributes: Record<string, string | number>,
	scale = 1
): string {
	const turn = shape === 'down' ? ' rotate(180)' : '';
	const grow = scale === 1 ? '' : ` scale(${scale})`;
	const transform = `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100})${turn}${grow}`;
	return element('path', { d: shapePath(shape), transform, ...attributes });
}

/** How a figure of low reliability looks. */
export function hollowLook(colour: string, palette: Palette) {
	return { fill: palette.ground, stroke: colour, 'stroke-width': 1.75 };
}

/** The key above a plot: series, where no label stands beside them, hollow marks and the hatch of withheld figures. */
export function keyBlock(layout: ChartLayout, withSeries: boolean, palette: Palette, width: number): Block {
	const entries = [
		...(withSeries ? seriesEntries(layout, palette) : []),
		...intervalEntries(layout, withSeries, palette),
		...markEntries(layout, palette)
	];
	return entriesBlock(entries, palette, width);
}

/** Samples with their words, in as many rows as they need. */
export function entriesBlock(entries: Entry[], palette: Palette, width: number): Block {
	const rows: { entry: Entry; x: number; words: Block }[][] = [];
	let used = Infinity;
	for (const entry of entries) {
		const before = entry.sample ? entry.sample + AFTER_SAMPLE : 0;
		const run = { text: entry.label, face: 'sans', fill: palette.ink } as const;
		const words = paragraph([run], width - before, SIZE, LINE);
		const long = Math.min(width, before + measure(entry.label, 'sans', SIZE) * 1.08);
		if (used + long > width) {
			rows.push([]);
			used = 0;
		}
		rows.at(-1)?.push({ entry, x: used, words });
		used += long + BETWEEN;
	}
	const heights = rows.map((row) => Math.max(...row.map(({ words }) => words.height)));
	return {
		height: heights.reduce((sum, height) => sum + height, 0),
		draw(x, y) {
			let at = y;
			return rows
				.map((row, index) => {
					const drawn = row.map(
						({ entry, x: dx, words }) =>
							entry.draw(x + dx, at + (LINE - 14) / 2) +
							words.draw(x + dx + (entry.sample ? entry.sample + AFTER_SAMPLE : 0), at)
					);
					at += heights[index] ?? 0;
					return drawn.join('');
				})
				.join('');
		}
	};
}

function seriesEntries(layout: ChartLayout, palette: Palette): Entry[] {
	const line = layout.kind === 'line';
	return layout.key.flatMap((index): Entry[] => {
		const series = layout.series[index];
		if (!series) return [];
		const colour = palette.hues[series.hue];
		const draw = (x: number, y: number) => {
			if (!line && layout.kind !== 'dot')
				return element('rect', { x, y, width: 14, height: 14, fill: colour });
			const stroke = { stroke: colour, 'stroke-width': 2.25, 'stroke-dasharray': series.dash || undefined };
			const sample = line ? element('line', { x1: x, x2: x + 28, y1: y + 7, y2: y + 7, ...stroke }) : '';
			const outline = { fill: colour, stroke: palette.ground, 'stroke-width': 1.25 };
			return sample + marker(series.shape, x + (line ? 14 : 7), y + 7, outline);
		};
		return [{ label: series.label, sample: line ? 28 : 14, draw }];
	});
}

function intervalEntries(layout: ChartLayout, withSeries: boolean, palette: Palette): Entry[] {
	return intervalKey(layout)
		.filter(({ isSeries }) => withSeries || !isSeries)
		.map(({ label, sample }): Entry => {
			if (!sample) return { label, sample: 0, draw: () => '' };
			const { d, look, dash } = sample;
			const colour = palette.hues[sample.hue];
			if (look === 'hollow')
				return {
					label,
					sample: 14,
					draw: (x, y) => marker('circle', x + 7, y + 7, hollowLook(colour, palette))
				};
			const lines = { fill: 'none', stroke: colour, 'stroke-width': look === 'line' ? 2.25 : 1.25 };
			const own = look === 'area' ? { fill: colour, opacity: AREA_OPACITY } : lines;
			const draw = (x: number, y: number) =>
				element('path', {
					d,
					transform: `translate(${short(x)} ${short(y)})`,
					'stroke-dasharray': dash || undefined,
					...own
				});
			return { label, sample: 28, draw };
		});
}

function markEntries({ facts, data }: ChartLayout, palette: Palette): Entry[] {
	const hollow: Entry = {
		label: m.charts_key_superseded(),
		sample: 14,
		draw: (x, y) =>
			marker('circle', x + 7, y + 7, { fill: 'none', stroke: palette.ruleStrong, 'stroke-width': 1.1 }, 1.45)
	};
	const hatch: Entry = {
		label: m.charts_key_withheld(),
		sample: 20,
		draw: (x, y) =>
			element('rect', { x, y, width: 20, height: 14, fill: 'url(#hatch)', stroke: palette.ruleStrong })
	};
	return [
		...(facts.hasSuperseded ? [hollow] : []),
		...(data.some((datum) => datum.row.status === '[c]') ? [hatch] : [])
	];
}
