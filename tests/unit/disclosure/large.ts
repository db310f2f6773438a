import type { Grid } from './grid.ts';
import { randomFrom } from './random.ts';

const [STATES, FORMS, YEARS] = [51, 10, 8];

/** A table of 51 places, 10 categories and 8 years with all its totals; a third of its counts are small. */
export function largeGrid(): Grid {
	const random = randomFrom(1);
	const counts = Array.from({ length: STATES * FORMS * YEARS }, () => {
		const kind = random();
		if (kind < 0.1) return 0;
		if (kind < 0.35) return 1 + Math.floor(random() * 12);
		return 5 + Math.floor(random() * (kind < 0.9 ? 60 : 400));
	});
	return {
		dimensions: [
			['state', STATES],
			['form', FORMS],
			['year', YEARS]
		],
		count: ([state = 0, form = 0, year = 0]) => counts[(state * FORMS + form) * YEARS + year] ?? 0
	};
}
