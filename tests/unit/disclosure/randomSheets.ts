import { randomFrom } from './random.ts';
import type { Sheet } from './sheet.ts';

/** Tables of one line that tell of each other though no rule names a total. */
export interface RandomSheets {
	sheets: Sheet[];
	/** For each sheet the figure of each row by its name; '' for what was computed from others. */
	names: string[][];
	/** The number of every figure, those that no table has too. */
	truth: Map<string, number>;
	/** Which figures are parts of which, as `a + b - c = 0`. */
	equations: string[];
}

const FORMS = ['labor', 'sex', 'both'];
const GENDERS = ['female', 'male'];
const MEASURES = ['adults', 'minors', 'people'];
/** Rows computed from another one, as shares are. */
const SHARE = 'share';

/**
 * Counts by quarter and form, beside some of: the year in the same column, years in another table (with or without
 * forms), another split of the years by gender, measures that add up, tables that are only reported on, denominators
 * and rows computed from others.
 */
export function randomSheets(seed: number): RandomSheets {
	const random = randomFrom(seed + 7);
	const below = (limit: number) => Math.floor(random() * limit);
	const chance = (share: number) => random() < share;
	// Some lines are so small that the counts of a year are too.
	const isTiny = chance(0.3);
	const count = () => (isTiny ? below(5) : anyCount());
	const anyCount = () => (chance(0.1) ? 0 : chance(0.4) ? 1 + below(12) : 5 + below(60));
	const truth = new Map<string, number>();
	const equations: string[] = [];
	const numberOf = (name: string) => truth.get(name) ?? 0;
	/** Names the sum of some figures. */
	const add = (total: string, parts: string[]) => {
		truth.set(
			total,
			parts.reduce((sum, part) => sum + numberOf(part), 0)
		);
		equations.push(`${parts.join(' + ')} - ${total} = 0`);
	};
	const sheets: Sheet[] = [];
	const names: string[][] = [];
	/** Adds a sheet; rows are their codes and the name of their figure. */
	const sheet = (made: Omit<Sheet, 'rows'>, rows: [codes: string, name: string, number?: number][]) => {
		sheets.push({
			...made,
			rows: rows.map(([codes, name, number]) => `${codes}, ${number ?? numberOf(name)}`)
		});
		names.push(rows.map(([, name]) => name));
	};
	const open = (share: number): Pick<Sheet, 'disclosure'> =>
		chance(share) ? { disclosure: { mode: 'inform', reason: 'Known.' } } : {};

	const years = ['2020', '2021'].slice(0, 1 + below(2));
	const forms = FORMS.slice(0, 2 + below(2));
	const quarters = years.flatMap((year) => ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `${year}-${quarter}`));
	const short = (quarter: string) => quarter.replace('-', '');
	for (const quarter of quarters) {
		for (const form of forms) truth.set(`n_${short(quarter)}_${form}`, count());
		add(
			`n_${short(quarter)}`,
			forms.map((form) => `n_${short(quarter)}_${form}`)
		);
	}
	for (const year of years) {
		const own = quarters.filter((quarter) => quarter.startsWith(year));
		for (const form of forms)
			add(
				`n_${year}_${form}`,
				own.map((quarter) => `n_${short(quarter)}_${form}`)
			);
		add(
			`n_${year}`,
			forms.map((form) => `n_${year}_${form}`)
		);
	}

	const hasTotals = chance(0.4);
	const isNested = chance(0.4);
	const byForm = (periods: string[]) =>
		periods.flatMap((period): [string, string][] => [
			...forms.map((form): [string, string] => [`${period}, ${form}`, `n_${short(period)}_${form}`]),
			...(hasTotals ? [[`${period}, all`, `n_${short(period)}`] as [string, string]] : [])
		]);
	sheet(
		{ name: 'quarters', columns: ['@quarter', 'form'], additive: ['quarter', 'form'] },
		byForm(isNested ? [...years, ...quarters] : quarters)
	);

	const other = below(3);
	if (other === 0)
		sheet(
			{ name: 'years', columns: ['@year'], ...open(0.3) },
			years.map((year) => [year, `n_${year}`])
		);
	if (other === 1) {
		const rows = years.flatMap((year) =>
			forms.map((form): [string, string] => [`${year}, ${form}`, `n_${year}_${form}`])
		);
		sheet({ name: 'years', columns: ['@year', 'form'], additive: ['form'], ...open(0.3) }, rows);
	}
	if (chance(0.5)) {
		const isDivided = chance(0.5);
		const hasShare = chance(0.4);
		for (const year of years) {
			truth.set(`g_${year}_female`, below(numberOf(`n_${year}`) + 1));
			truth.set(`g_${year}_male`, numberOf(`n_${year}`) - numberOf(`g_${year}_female`));
			equations.push(`g_${year}_female + g_${year}_male - n_${year} = 0`);
		}
		const of = (year: string) => (isDivided ? `, ${numberOf(`n_${year}`)}` : '');
		const rows = years.flatMap((year): [string, string, number?][] => [
			...GENDERS.map((gender): [string, string] => [`${year}, ${gender}${of(year)}`, `g_${year}_${gender}`]),
			...(hasShare
				? [[`${year}, ${SHARE}${of(year)}`, '', 2 * numberOf(`g_${year}_female`)] as [string, string, number]]
				: [])
		]);
		const derived = hasShare ? { derived: [{ where: { gender: [SHARE] }, of: { gender: 'female' } }] } : {};
		const columns = ['@year', 'gender', ...(isDivided ? ['/of'] : [])];
		sheet(
			{
				name: 'genders',
				columns,
				additive: ['gender'],
				composite: [SHARE],
				disclosure: { ...open(0.2).disclosure, ...derived }
			},
			rows
		);
	}
	if (chance(0.3)) {
		const spans = ['2018', '2019', '2020'];
		for (const year of spans) {
			for (const measure of ['adults', 'minors']) truth.set(`p_${year}_${measure}`, count());
			add(`p_${year}_people`, [`p_${year}_adults`, `p_${year}_minors`]);
		}
		const rows = spans.flatMap((year) =>
			MEASURES.map((measure): [string, string] => [`${year}, ${measure}`, `p_${year}_${measure}`])
		);
		sheet({ name: 'people', columns: ['@year', '#measure'], unit: 'people' }, rows);
	}
	return { sheets, names, truth, equations };
}
