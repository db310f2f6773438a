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

/**
 * The same outline as steps from point to point, which is half as long: `M10,20L10.5,19L11,19Z` is `M10 20l.5-1 .5 0Z`.
 * @param path of the commands `M`, `L` and `Z`, with at most one decimal; any other is given back as it is
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
		const to = point.split(',').map((part) => Math.round(Number(part) * 10));
		const [x = 0, y = 0] = to;
		const [fromX = 0, fromY = 0] = at;
		at = to;
		if (command === 'M') {
			start = to;
			last = 'M';
			return `M${joined(to)}`;
		}
		const step = joined([x - fromX, y - fromY]);
		const isFirst = last !== 'l';
		last = 'l';
		return isFirst ? `l${step}` : step.startsWith('-') ? step : ` ${step}`;
	});
	return steps.join('');
}
