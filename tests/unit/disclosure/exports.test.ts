import { beforeAll, expect, it } from 'vitest';
import { loadSolver, protectPackage, type Solver } from '../../../src/lib/disclosure/index.ts';
import { memoryFiles, readPackage } from '../../../src/lib/package/index.ts';
import { started } from '../package/start/start.ts';
import { randomFrom } from './random.ts';

let solver: Solver;

beforeAll(async () => {
	solver = await loadSolver();
});

/** What each case has; every sheet counts the same cases by some of it. A zone is one region or more. */
const KEYS = ['region', 'type', 'gender', 'zone'];
const LABELS = [
	['North', 'South', 'Islands'],
	['Sex', 'Labor', 'Other'],
	['Women', 'Men', 'Not known'],
	['Mainland', 'Offshore']
];
const zoneOf = (region = '') => (/^islands$/i.test(region) ? 'Offshore' : 'Mainland');
const YEARS = ['2021', '2022'];

/** Counts by place in `KEYS` and year, as cases happen to come: many small ones. */
function casesOf(random: () => number): Map<string, number> {
	const cases = new Map<string, number>();
	for (const year of YEARS)
		for (const region of LABELS[0] ?? [])
			for (const type of LABELS[1] ?? [])
				for (const gender of LABELS[2] ?? []) {
					const most = random() < 0.5 ? 6 : 60;
					cases.set([year, region, type, gender, zoneOf(region)].join('|'), Math.floor(random() * most));
				}
	return cases;
}

/** The cases that lie under some labels; `''` for all of them. */
function sumOf(cases: ReadonlyMap<string, number>, at: readonly string[]): number {
	let sum = 0;
	for (const [key, count] of cases) {
		const own = key.split('|');
		if (at.every((label, index) => label === '' || label === own[index])) sum += count;
	}
	return sum;
}

const labelCode = (label: string) => label.toLowerCase().replace(' ', '_');

const combine = (lists: string[][]): string[][] =>
	lists.reduce<string[][]>((all, list) => all.flatMap((each) => list.map((label) => [...each, label])), [[]]);

/** A sheet with years as columns, which counts by some keys, with subtotals or a row of totals or neither. */
function sheetOf(
	cases: ReadonlyMap<string, number>,
	keys: number[],
	totals: 'none' | 'last' | 'groups'
): string {
	const line = (words: string[], at: (year: string) => string[]) =>
		[...words, ...YEARS.map((year) => String(sumOf(cases, at(year))))].join();
	const place = (labels: string[], year: string) => [
		year,
		...KEYS.map((_, key) => labels[keys.indexOf(key)] ?? '')
	];
	const lines = [[...keys.map((key) => KEYS[key] ?? ''), ...YEARS].join()];
	const [first = 0, ...others] = keys;
	for (const group of LABELS[first] ?? []) {
		for (const labels of combine(others.map((key) => LABELS[key] ?? []))) {
			const all = [group, ...labels];
			lines.push(line(all, (year) => place(all, year)));
		}
		if (totals === 'groups' && others.length > 0) {
			lines.push(line([`Subtotal ${group}`, ...others.map(() => '')], (year) => place([group], year)));
		}
	}
	if (totals !== 'none') lines.push(line(['Total', ...others.map(() => '')], (year) => [year]));
	return `${lines.join('\n')}\n`;
}

/** A sheet with the labels of its last key as columns, a year and the other labels a row, with rows of totals or without. */
function wideSheetOf(cases: ReadonlyMap<string, number>, keys: number[], hasTotals: boolean): string {
	const others = keys.slice(0, -1);
	const last = keys.at(-1) ?? 0;
	const lines = [['Year', ...others.map((key) => KEYS[key] ?? ''), ...(LABELS[last] ?? [])].join()];
	const row = (year: string, labels: string[], name: string[]) => {
		const at = (label: string) => [
			year,
			...KEYS.map((_, key) => (key === last ? label : (labels[others.indexOf(key)] ?? '')))
		];
		return [year, ...name, ...(LABELS[last] ?? []).map((label) => String(sumOf(cases, at(label))))].join();
	};
	for (const year of YEARS) {
		for (const labels of combine(others.map((key) => LABELS[key] ?? [])))
			lines.push(row(year, labels, labels));
		if (hasTotals && others.length > 0)
			lines.push(row(year, [], ['Total', ...others.slice(1).map(() => '')]));
	}
	return `${lines.join('\n')}\n`;
}

const SETS = [[0], [1], [2], [0, 1], [0, 2], [1, 2], [1, 0], [0, 1, 2], [3], [3, 2], [1, 3]];

/** A sheet for each gender alone, which only the name of its file tells. */
function sheetsByGender(cases: ReadonlyMap<string, number>, key: number): Record<string, string> {
	const genders = LABELS[2] ?? [];
	return Object.fromEntries(
		genders.map((gender) => {
			const own = [...cases].filter(([each]) => each.split('|')[3] === gender);
			return [`${labelCode(gender)}-by-${KEYS[key]}.csv`, sheetOf(new Map(own), [key], 'none')];
		})
	);
}

/** A hotline's exports: two to four sheets of the same cases, and some more of each gender. */
function exportsOf(random: () => number): Record<string, string> {
	const cases = casesOf(random);
	const isByGender = random() < 0.3;
	const byGender = isByGender ? sheetsByGender(cases, random() < 0.5 ? 0 : 1) : {};
	// Zones that several sheets together come to, in two years alone, are not looked for.
	const sets = SETS.filter((keys) => !isByGender || !keys.includes(3))
		.toSorted(() => random() - 0.5)
		.slice(0, 2 + Math.floor(random() * 3));
	const together = Object.fromEntries(
		sets.map((keys) => {
			const totals = (['none', 'last', 'groups'] as const)[Math.floor(random() * 3)] ?? 'none';
			const word = ['cases', 'people', 'victims', 'sheet'][Math.floor(random() * 4)] ?? 'cases';
			const name = `${word}-${keys.map((key) => KEYS[key]).join('-')}.csv`;
			const isWide = random() < 0.4;
			return [name, isWide ? wideSheetOf(cases, keys, totals !== 'none') : sheetOf(cases, keys, totals)];
		})
	);
	return { ...together, ...byGender };
}

/**
 * The least and greatest value of each withheld figure for somebody who knows that all sheets count the same cases, each
 * once in every way: a system over single cases that shares nothing with the audit.
 */
function narrowest(tables: { name: string; header: string[]; rows: string[][] }[]): string[] {
	const cells = combine([YEARS, ...LABELS.map((labels) => labels.map(labelCode))]).filter(
		([, region, , , zone]) => zone === labelCode(zoneOf(region))
	);
	const figures = tables.flatMap(({ name: file, header, rows }) =>
		rows.map((row) => {
			const gender = (LABELS[2] ?? []).map(labelCode).find((each) => file.startsWith(`${each}-by-`));
			// A key that stands in columns may have another name.
			const group = header.findIndex((name) => /^kind/.test(name));
			const wide = KEYS.find((_, key) => LABELS[key]?.some((label) => labelCode(label) === row[group]));
			const codeOf = (name: string) =>
				row[name === wide && !header.includes(name) ? group : header.indexOf(name)] ?? 'total';
			const at = ['year', ...KEYS].map((name) => (name === 'gender' && gender) || codeOf(name));
			const under = cells.flatMap((cell, index) =>
				cell.every((code, key) => at[key] === 'total' || at[key] === code) ? [index] : []
			);
			return { key: at.join(' '), under, value: row[header.indexOf('value')] ?? '' };
		})
	);
	const model = solver.model({
		lower: cells.map(() => 0),
		upper: cells.map(() => Infinity),
		rows: figures.map(({ under, value }) => ({
			cells: under,
			coefficients: under.map(() => 1),
			lower: value === '[c]' ? 1 : Number(value),
			upper: value === '[c]' ? Infinity : Number(value)
		}))
	});
	const open = figures.filter(({ value }) => value === '[c]');
	const found = open.flatMap(({ key, under }) => {
		const least = model.minimize(new Map(under.map((cell) => [cell, 1])));
		const most = model.minimize(new Map(under.map((cell) => [cell, -1])));
		if (least.status !== 'optimal') return [`${key}: ${least.status}`];
		if (least.value > 10.5 || most.status === 'unbounded') return [];
		const width = -most.value - least.value;
		return width < 9.5 ? [`${key}: ${least.value} to ${-most.value}`] : [];
	});
	model.dispose();
	return found;
}

it.each(Array.from({ length: 60 }, (_, seed) => seed))(
	'exports %i, with all defaults, tell nobody apart',
	async (seed) => {
		const files = exportsOf(randomFrom(seed + 7));
		const { proposal } = await started(files);
		const { package: pkg, tables } = await readPackage(memoryFiles(proposal.files));
		if (!pkg) throw new Error('no package');
		const texts = new Map(
			[...proposal.files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])
		);
		const done = protectPackage(pkg, tables, texts, solver);
		expect(done.faults).toEqual([]);
		const written = Object.entries(files).map(([name]) => {
			const text = done.files.get(name.replaceAll('-', '_').toLowerCase()) ?? '';
			const [header = [], ...rows] = text
				.trimEnd()
				.split('\n')
				.map((line) => line.split(','));
			return { name, header, rows };
		});
		expect(written.every(({ rows }) => rows.length > 1)).toBe(true);
		expect(narrowest(written)).toEqual([]);
	}
);
