const STEP = /([MLZ])([^MLZ]*)/g;

/** A number in tenths as short as SVG reads it: `-.5`, `12`. */
function shortest(tenths: number): string {
	return String(tenths / 10).replace(/^(-?)0\./, '$1.');
}

/** Numbers in a row: a minus parts two as well as a space does. */
function joined(numbers: number[]): string {
	return numbers
		.map(shortest)
		.reduce((text, next) => text + (text && !next.startsWith('-') ? ' ' : '') + next, '');
}

/** To the nearest half, in tenths: finer than a screen shows, and far shorter. */
const nearestHalf = (part: string) => Math.round(Number(part) * 2) * 5;

/**
 * The same outline as steps from point to point to the nearest half, which is a third as long:
 * `M10,20L10.4,19.1L11,19Z` is `M10 20l.5-1 .5 0Z`. Steps that lead nowhere are left out.
 * @param path of the commands `M`, `L` and `Z`, with plain decimals; any other is given back as it is
 */
export function relativePath(path: string): string {
	if (!/^[MLZ\d.,-]*$/.test(path)) return path;
	let at = [0, 0];
	let start = at;
	let last = '';
	const steps = [...path.matchAll(STEP)].map(([, command = '', point = '']) => {
		if (command === 'Z') {
			at = start;
			return (last = 'Z');
		}
		const to = point.split(',').map(nearestHalf);
		const [x = 0, y = 0] = to;
		const [fromX = 0, fromY = 0] = at;
		at = to;
		if (command === 'M') {
			start = to;
			last = 'M';
			return `M${joined(to)}`;
		}
		if (x === fromX && y === fromY) return '';
		const step = joined([x - fromX, y - fromY]);
		const isFirst = last !== 'l';
		last = 'l';
		return isFirst ? `l${step}` : step.startsWith('-') ? step : ` ${step}`;
	});
	return steps.join('');
}
