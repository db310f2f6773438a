/** The points of a path of the commands M, L, l and Z, rings apart. */
export function pathPoints(path: string): number[][] {
	const rings: number[][] = [];
	let at = [0, 0];
	for (const [, command = '', rest = ''] of path.matchAll(/([MLlZ])([^MLlZ]*)/g)) {
		const numbers = (rest.match(/-?(\d+(\.\d+)?|\.\d+)/g) ?? []).map(Number);
		for (let index = 0; index < numbers.length; index += 2) {
			const [x = 0, y = 0] = [numbers[index], numbers[index + 1]];
			at = command === 'l' ? [(at[0] ?? 0) + x, (at[1] ?? 0) + y] : [x, y];
			if (command === 'M') rings.push([]);
			rings.at(-1)?.push(...at.map((each) => Math.round(each * 10) / 10));
		}
		const ring = rings.at(-1) ?? [];
		if (command === 'Z') at = ring.slice(0, 2);
	}
	return rings;
}
