/** A stretch of time in years and fractions of them: `2014-01` is 2014 to 2014.083. */
export interface Stretch {
	from: number;
	to: number;
}

/** The time that a moment may mean: a whole year, a month or a day; undefined where it is no moment. */
export function stretchOf(moment: string): Stretch | undefined {
	const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(moment) ?? [];
	if (year === undefined) return undefined;
	if (month === undefined) return { from: Number(year), to: Number(year) + 1 };
	const first = Number(year) + (Number(month) - 1) / 12;
	if (day === undefined) return { from: first, to: first + 1 / 12 };
	const at = first + (Number(day) - 1) / 372;
	return { from: at, to: at + 1 / 372 };
}
