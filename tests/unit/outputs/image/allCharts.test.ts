import { beforeAll, describe, expect, it } from 'vitest';
import {
	chartContext,
	chartNotes,
	layoutChart,
	type ChartContext
} from '../../../../src/lib/charts/index.ts';
import { composeImage, type ImageForm } from '../../../../src/lib/outputs/image/index.ts';
import { chartSpecs, chartView } from '../../../../src/lib/server/charts.ts';
import { collisions, frameOf, textBoxes } from './boxes.ts';

/** px along the edges that a preview may cut off; letters are measured without their overhang. */
const MARGIN = 39;
const SMALLEST = 11.5;

interface Picture {
	context: ChartContext;
	form: ImageForm;
	svg: string;
}

const pictures: Picture[] = [];

beforeAll(async () => {
	for (const spec of await chartSpecs()) {
		const context = chartContext(await chartView(spec));
		const address = `https://figures.example.org/charts/${spec.id}`;
		for (const form of ['wide', 'square'] as const)
			pictures.push({ context, form, svg: composeImage(context, { form, address }) });
	}
}, 120_000);

const flat = (text: string) => text.replace(/\s+/g, '');

describe.each(['wide', 'square'] as const)('every chart, %s', (wanted: ImageForm) => {
	const faults = (find: (svg: string, context: ChartContext) => string[]) => {
		const own = pictures.filter(({ form }) => form === wanted);
		expect(own.length).toBeGreaterThan(0);
		return own.flatMap(({ svg, context }) =>
			find(svg, context).map((fault) => `${context.spec.id}: ${fault}`)
		);
	};

	it('has no two texts that meet, none outside the safe frame, none too small', () => {
		const found = faults((svg) => {
			const { width, height } = frameOf(svg);
			const boxes = textBoxes(svg);
			const outside = boxes.filter(
				(box) =>
					box.left < MARGIN || box.top < MARGIN || box.right > width - MARGIN || box.bottom > height - MARGIN
			);
			return [
				...collisions(boxes),
				...outside.map(({ text }) => `“${text}” leaves the frame`),
				...boxes.filter(({ size }) => size < SMALLEST).map(({ text }) => `“${text}” is too small`)
			];
		});
		expect(found).toEqual([]);
	});

	it('carries its headline, limits, required notes, source, version and address', () => {
		const found = faults((svg, context) => {
			const said = flat(
				textBoxes(svg)
					.map(({ text }) => text)
					.join(' ')
			);
			const kinds = ['limits', 'non-cumulative', 'withheld', 'partial', 'attribution'];
			const notes = chartNotes(context, layoutChart(context)).filter(
				(note) => kinds.includes(note.kind) || (note.kind === 'break' && !note.minor)
			);
			const wanted = [
				...notes.map(({ lead, text }) => `${lead} ${text}`),
				`Data version ${context.view.package.version}`,
				`figures.example.org/charts/${context.spec.id}`,
				'Source'
			];
			return wanted.filter((words) => !said.includes(flat(words))).map((words) => `does not say “${words}”`);
		});
		expect(found).toEqual([]);
	});
});
