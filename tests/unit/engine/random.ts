import fc from 'fast-check';
import Papa from 'papaparse';
import type { CubeQuery } from '../../../src/lib/cube/types.ts';
import type { AdditivityRule, Category, Field, Resource } from '../../../src/lib/package/types.ts';
import { breakAt, categories, field, resource } from './fixture.ts';

/** Two tables of figures and queries to the first of them; the second may hold its totals. */
export interface RandomCase {
	resources: Resource[];
	files: Record<string, Uint8Array>;
	queries: CubeQuery[];
}

const YEARS = [2016, 2017];
const UNITS = ['cases', 'victims'];
const BASES = ['hotline', 'all lines'];
const VINTAGES = ['old', 'new'];
const CODES = ['all', 'a', `b'"c`, 'é'];

const kind = fc.constantFrom<Category['kind'][]>(
	undefined,
	undefined,
	undefined,
	'unknown',
	'composite',
	'total'
);

const formCategories = fc
	.tuple(...CODES.map((code) => kind.map((each): [string, Category['kind']] => [code, each])))
	.chain((all) => fc.subarray(all, { minLength: 1 }))
	.map((all) => categories(...all));

const openValue = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 3 })
	.filter((text) => !/[\r\0]/.test(text) && !/^\[[cxz]\]$/.test(text));

interface Shape {
	/** Empty where the table has no such field. */
	form: Category[];
	open: string[];
	unit: boolean;
	basis: boolean;
}

const shape: fc.Arbitrary<Shape> = fc.record({
	form: formCategories,
	open: fc.uniqueArray(openValue, { minLength: 1, maxLength: 2 }),
	unit: fc.boolean(),
	basis: fc.boolean()
});

function dimensions({ form, unit, basis }: Shape): Field[] {
	return [
		field('year', 'time', 'year'),
		...(form.length ? [field('form', 'category', 'string', form)] : []),
		field('open "text"', 'place'),
		...(unit ? [field('unit', 'unit', 'string', categories(...UNITS))] : []),
		...(basis ? [field('basis', 'basis', 'string', categories(...BASES))] : [])
	];
}

function valuesOf(shape: Shape): Record<string, (string | number)[]> {
	return {
		year: YEARS,
		...(shape.form.length ? { form: shape.form.map((category) => category.value) } : {}),
		'open "text"': shape.open,
		...(shape.unit ? { unit: UNITS } : {}),
		...(shape.basis ? { basis: BASES } : {})
	};
}

/** Limits on fields, each to some of its values; each field is left out once in `chance` times. */
function limits(shape: Shape, chance: number): fc.Arbitrary<Record<string, (string | number)[]>> {
	const of = Object.entries(valuesOf(shape)).map(([name, values]) =>
		fc.option(fc.subarray(values, { minLength: 1 }), { freq: chance }).map((chosen) => ({ name, chosen }))
	);
	return fc
		.tuple(...of)
		.map((all) => Object.fromEntries(all.flatMap(({ name, chosen }) => (chosen ? [[name, chosen]] : []))));
}

const asTexts = (limit: Record<string, (string | number)[]>) =>
	Object.fromEntries(Object.entries(limit).map(([name, values]) => [name, values.map(String)]));

/** Rules of one dimension: mostly one that holds everywhere, at times one for some values before it. */
function rulesOf(shape: Shape, dimension: string): fc.Arbitrary<AdditivityRule[]> {
	const rule = (where: fc.Arbitrary<Record<string, string[]>>): fc.Arbitrary<AdditivityRule> =>
		fc.record({
			dimension: fc.constant(dimension),
			additivity: fc.constantFrom(
				'additive' as const,
				'additive' as const,
				'additive' as const,
				'none' as const
			),
			where,
			reason: fc.constantFrom('for a reason', { en: 'for another.' }),
			total: fc.record({
				resource: fc.constantFrom('totals', 'totals', 'parts'),
				where: fc.constantFrom<Record<string, string>[]>({}, {}, { unit: 'cases' })
			}),
			complete: fc.array(limits(shape, 2).map(asTexts), { maxLength: 1 })
		});
	const special = fc.array(rule(limits(shape, 2).map(asTexts)), { maxLength: 1 });
	const general = fc.option(rule(fc.constant({})), { freq: 8 });
	return fc.tuple(special, general).map(([first, last]) => (last ? [...first, last] : first));
}

function figure(scale: number): fc.Arbitrary<string> {
	const number = fc.integer({ min: 0, max: 999 }).map((each) => String((each * scale) / 4));
	return fc.oneof(
		{ weight: 14, arbitrary: number },
		{ weight: 1, arbitrary: fc.constantFrom('[c]', '[c]', '[x]', '[z]') }
	);
}

/** Residents of the places and years, one row each in either vintage, some of them missing. */
function residentsFile(shape: Shape): fc.Arbitrary<Uint8Array> {
	const keys = shape.open.flatMap((place) =>
		YEARS.flatMap((year) => VINTAGES.map((kind) => [place, year, kind]))
	);
	return fc
		.array(fc.option(fc.integer({ min: 0, max: 5000 }), { freq: 6 }), {
			minLength: keys.length,
			maxLength: keys.length
		})
		.filter((people) => people.some((each) => each !== null))
		.map((people) => {
			const rows = keys.flatMap((key, index) => (people[index] == null ? [] : [[...key, people[index]]]));
			return new TextEncoder().encode(
				Papa.unparse(
					[
						['area', 'year', 'kind', 'value', 'qualifier', 'known', 'source_id', 'confidence', 'note'],
						...rows.map((row) => [...row, '', '', 'P1', 'A', ''])
					],
					{ newline: '\n' }
				)
			);
		});
}

/** A file in which most combinations of values have a row, and now and then one has two. */
function file(shape: Shape, scale: number): fc.Arbitrary<Uint8Array> {
	const keys = Object.values(valuesOf(shape)).reduce<string[][]>(
		(all, values) => all.flatMap((key) => values.map((value) => [...key, String(value)])),
		[[]]
	);
	const rest = fc.tuple(
		fc.oneof({ weight: 12, arbitrary: fc.constant('') }, fc.constantFrom('more_than', 'rounded')),
		fc.constantFrom('', '12'),
		fc.constantFrom('S1', 'S2', 'S10'),
		fc.constantFrom('A', 'B', 'D'),
		fc.constantFrom('', 'two\nlines', 'a, "b"')
	);
	const times = fc.oneof(
		{ weight: 24, arbitrary: fc.constant(1) },
		{ weight: 2, arbitrary: fc.constant(0) },
		{ weight: 1, arbitrary: fc.constant(2) }
	);
	const rows = keys.map((key) =>
		fc
			.tuple(times, figure(scale), rest)
			.map(([count, value, others]) => Array.from({ length: count }, () => [...key, value, ...others]))
	);
	const header = dimensions(shape).map((each) => each.name);
	const columns = [...header, 'value', 'qualifier', 'known', 'source_id', 'confidence', 'note'];
	return fc
		.tuple(...rows)
		.map((all) => all.flat())
		.filter((all) => all.length > 0)
		.map((all) => new TextEncoder().encode(Papa.unparse([columns, ...all], { newline: '\n' })));
}

function query(shape: Shape): fc.Arbitrary<CubeQuery> {
	const names = Object.keys(valuesOf(shape));
	return fc
		.record({
			dimensions: fc.shuffledSubarray(names),
			filters: limits(shape, 2),
			one: fc.subarray(['unit', 'basis'].filter((name) => names.includes(name))),
			shareOf: fc.option(fc.constantFrom('form', 'form', ...names), { freq: 2, nil: undefined }),
			rate: fc.boolean()
		})
		.map(({ dimensions: kept, filters, one, shareOf, rate }) => {
			const single = Object.fromEntries(one.map((name) => [name, [name === 'unit' ? 'cases' : 'hotline']]));
			return {
				table: 'parts',
				dimensions: kept,
				filters: { ...filters, ...single },
				...(shareOf === undefined ? {} : { shareOf }),
				...(rate ? { rate } : {})
			};
		});
}

const BREAKS = [breakAt('scope', '2016'), breakAt('rule', '2016-07', { affects: { measures: ['cases'] } })];

export const randomCase: fc.Arbitrary<RandomCase> = shape.chain((parts) => {
	const totals = { ...parts, form: [] };
	return fc
		.record({
			rules: fc.tuple(...Object.keys(valuesOf(parts)).map((name) => rulesOf(parts, name))),
			parts: file(parts, 1),
			totals: file(totals, 8),
			residents: residentsFile(parts),
			queries: fc.array(query(parts), { minLength: 4, maxLength: 8 })
		})
		.map(({ rules, queries, ...files }) => ({
			resources: [
				resource('parts', dimensions(parts), {
					additivity: rules.flat(),
					breaks: BREAKS,
					population: {
						resource: 'residents',
						bases: [
							{ value: 'old', to: '2016' },
							{ value: 'new', from: '2017' }
						]
					}
				}),
				resource('totals', dimensions(totals), { unit: 'cases' }),
				resource(
					'residents',
					[
						field('area', 'place'),
						field('year', 'time', 'year'),
						field('kind', 'basis', 'string', categories(...VINTAGES))
					],
					{ unit: 'people' }
				)
			],
			files,
			queries
		}));
});
