/** One thing that was timed, in milliseconds a run. */
export interface Measured {
	name: string;
	times: number[];
}

/** Times a number of runs one after another, after one that is not counted. */
export async function measure(name: string, runs: number, run: () => Promise<unknown>): Promise<Measured> {
	await run();
	const times: number[] = [];
	for (let at = 0; at < runs; at++) {
		const began = performance.now();
		await run();
		times.push(performance.now() - began);
	}
	return { name, times };
}

function quantile(times: number[], part: number): number {
	const sorted = times.toSorted((a, b) => a - b);
	return sorted[Math.round((sorted.length - 1) * part)] ?? NaN;
}

/** A table of medians with their quartiles; each pair of lines with the ratio of the second to the first. */
export function table(measured: Measured[]): string {
	const number = (value: number) => value.toFixed(value < 10 ? 2 : 0).padStart(9);
	const lines = measured.map(({ name, times }, index) => {
		const median = quantile(times, 0.5);
		const before = index % 2 ? measured[index - 1] : undefined;
		const ratio = before ? `${(median / quantile(before.times, 0.5)).toFixed(1)} x`.padStart(9) : '';
		return (
			name.padEnd(38) + [median, quantile(times, 0.25), quantile(times, 0.75)].map(number).join('') + ratio
		);
	});
	return [`${'ms'.padEnd(38)}   median      25%      75%    ratio`, ...lines].join('\n');
}
