import type { ChartLayout, Panel } from '../../../src/lib/charts/layout/types.ts';

const round = (value: number) => String(Math.round(value * 1000) / 1000);

function lines(panel: Panel): string[] {
	const at = (x: number, y: number) => `${round(x)},${round(y)}`;
	return [
		`panel ${panel.title || '-'} height ${round(panel.height)} start ${panel.start} end ${panel.end}/${panel.endNarrow} spare ${panel.spareRows}`,
		...panel.grid.map((mark) => `  grid ${round(mark.y)} ${mark.label}${mark.zero ? ' zero' : ''}`),
		...panel.ticks.map((mark) => `  tick ${round(mark.x)} ${mark.label} ${mark.width}`),
		...panel.bands.map(
			(mark) => `  band ${mark.tone} ${round(mark.x0)}-${round(mark.x1)} ${round(mark.y0)}-${round(mark.y1)}`
		),
		...panel.rules.map(
			(mark) =>
				`  rule ${round(mark.x)} ${round(mark.y0)}-${round(mark.y1)} ${mark.width}${mark.comparable ? ' comparable' : ''}`
		),
		...panel.threads.map(
			(mark) => `  thread ${round(mark.x0)}-${round(mark.x1)} ${round(mark.y)}${mark.strong ? ' strong' : ''}`
		),
		...panel.whiskers.map(
			(mark) =>
				`  whisker hue ${mark.hue} ${at(mark.x0, mark.y0)} ${at(mark.x1, mark.y1)}${mark.cut ? ' cut' : ''}${mark.beyond ? ' beyond' : ''}`
		),
		...panel.paths.map(
			(mark) =>
				`  path hue ${mark.hue} ${mark.dash || 'solid'}${mark.tone === 'line' ? '' : ` ${mark.tone}`} ${mark.d}`
		),
		...panel.bars.map(
			(mark) =>
				`  bar ${mark.tone} hue ${mark.hue} ${round(mark.x0)}-${round(mark.x1)} ${round(mark.y)}+${round(mark.height)} datum ${mark.datum ?? '-'}`
		),
		...panel.dots.map(
			(mark) =>
				`  dot ${mark.faint ? 'faint' : `hue ${mark.hue}`} ${mark.shape}${mark.hollow ? ' hollow' : ''}${mark.hidden ? ' hidden' : ''} ${at(mark.x, mark.y)} datum ${mark.datum}`
		),
		...panel.leaders.map((mark) => `  leader ${round(mark.y0)}-${round(mark.y1)}`),
		...panel.texts.map(
			(mark) =>
				`  text ${at(mark.x, mark.y)} ${mark.dx} ${mark.anchor} ${mark.width} ${mark.tone}${mark.turned ? ' turned' : ''} "${mark.lines.join('/')}|${mark.value}"`
		)
	];
}

/** The marks of a chart as text with rounded numbers, one a line. */
export function marksAsText(layout: ChartLayout): string {
	const series = layout.series.map(
		(each) =>
			`series ${each.label} hue ${each.hue} ${each.dash || 'solid'} ${each.shape}${each.grey ? ' grey' : ''}`
	);
	const head = `${layout.kind}${layout.stackRefused ? ' refused' : ''} key ${layout.key.join(',') || '-'}${layout.endLabels ? ' ends' : ''}`;
	return [head, ...series, ...layout.panels.flatMap(lines), `facts ${JSON.stringify(layout.facts)}`].join(
		'\n'
	);
}
