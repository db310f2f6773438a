import type { Palette } from './palette.ts';
import { element } from '../markup.ts';

/** The hatches: of withheld figures, and of the open end of a column of which only parts are published. */
export function patterns(palette: Palette): string {
	const hatch = (id: string, size: number, turn: number) =>
		element(
			'pattern',
			{ id, width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: `rotate(${turn})` },
			element('line', { x1: 0, x2: 0, y1: 0, y2: size, stroke: palette.ruleStrong, 'stroke-width': 1.5 })
		);
	return element('defs', {}, hatch('hatch', 6, 45) + hatch('open', 4, -45));
}
