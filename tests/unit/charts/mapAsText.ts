import type { ChartLayout } from '../../../src/lib/charts/layout/types.ts';

const round = (value: number) => String(Math.round(value * 1000) / 1000);

/** The marks of a map as text with rounded numbers, one place a line. */
export function mapAsText(layout: ChartLayout): string {
	const panels = layout.panels.flatMap(({ title, map }) => [
		`map ${title || '-'} ${map?.left ?? 0} + ${map?.width ?? 0} x ${map?.height ?? 0}`,
		...(map?.areas ?? []).map((area) => {
			const { x0, x1, y0, y1 } = area.box;
			const box = `${round(x0)}-${round(x1)} ${round(y0)}-${round(y1)}`;
			const look = area.step === null ? area.tone : `step ${area.step}`;
			const words = [
				...area.texts.map((text) => `${text.width} ${text.kind} "${text.text}" +${text.dy}`),
				...area.dots.map((dot) => `${dot.width} dot ${dot.dx},${dot.dy}`)
			];
			return `  ${area.place} ${box} ${look}${area.tiny ? ' tiny' : ''} datum ${area.datum}: ${words.join('; ')}`;
		})
	]);
	const classes = (layout.map?.classes ?? []).map(
		({ step, from, to, places }) => `class ${step}: ${from ?? ''}..${to ?? ''} ${places ?? '-'}`
	);
	return [layout.kind, ...panels, ...classes].join('\n');
}
