import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartContext } from '../../../src/lib/charts/context.ts';
import { layoutChart } from '../../../src/lib/charts/index.ts';
import { quote } from '../../../src/lib/outputs/quote.ts';
import { chartSpecs, chartView } from '../../../src/lib/server/charts.ts';
import { getLocale, overwriteGetLocale } from '../../../src/lib/words/compiled/runtime.js';
import { breakAt, contextOf, NOT_ADDITIVE, viewOf, type Figure, type Fixture } from '../charts/fixture.ts';

function quoteOf(fixture: Fixture, locale?: string): string {
	const view = viewOf(fixture);
	const context = chartContext(view, view.answer, locale);
	return quote(context, layoutChart(context));
}

const years = (...values: number[]): Figure[] => values.map((value, at) => [2018 + at, 'all', value]);
const kinds = { dimensions: ['kind'], filters: { kind: ['red', 'green', 'unknown'], year: [2020] } };
const bar = { mark: 'bar', x: 'kind', title: 'Cases by kind' } as const;
const parts: Figure[] = [
	[2020, 'red', 40],
	[2020, 'green', 30]
];

const LIMITS = 'This counts reports, not events.';
const SOURCE = '(Source: Publisher 2024; Test data, data version 1.2.3, gathered by March 31, 2026.)';

describe('a quote', () => {
	it('says who counted what, when and how, what it cannot say, and the source', () => {
		expect(quoteOf({ figures: years(10, 1400) })).toBe(
			`In 2019, the Test line counted 1,400 cases (cases by year; narrow). ${LIMITS} ${SOURCE}`
		);
		expect(quoteOf({ figures: years(10, 1400) }, 'de-DE')).toContain('1.400 cases');
	});

	it('never states a qualified value as exact', () => {
		const of = (qualifier: string) => quoteOf({ figures: [[2018, 'all', 400, { qualifier }]] });
		expect(of('more_than')).toContain('counted more than 400 cases');
		expect(of('about')).toContain('counted about 400 cases');
		expect(of('rounded')).toContain('counted about 400 cases');
		expect(of('nearly')).toContain('counted nearly 400 cases');
		expect(of('at_least')).toContain('counted 400 cases (at least;');
		expect(of('exact')).toContain('counted 400 cases (cases by year');
	});

	it('names a marker, and a letter that says the source itself was not read', () => {
		expect(quoteOf({ figures: [[2018, 'all', 4, { status: '[p]' }]] })).toContain('4 cases (provisional;');
		expect(quoteOf({ figures: [[2018, 'all', 4, { confidence: 'C' }]] })).toContain('a page that quotes');
		expect(quoteOf({ figures: [[2018, 'all', 4, { confidence: 'D' }]] })).toContain('by a third party');
		expect(quoteOf({ figures: years(4) })).not.toMatch(/third party|quotes its source/);
	});

	it('says that groups must not be added, and why', () => {
		const fixture = { figures: parts, spec: bar, query: kinds };
		const words = quoteOf({ ...fixture, additivity: NOT_ADDITIVE });
		expect(words).toContain(
			'In 2020, the Test line counted 40 cases noted as “Red” (cases by kind; narrow), the largest group published. ' +
				'These groups must not be added up: one case can have two kinds.'
		);
		expect(quoteOf(fixture)).not.toContain('added up');
	});

	it('gives shares only of a published whole', () => {
		const query = { dimensions: ['year', 'kind'], filters: { kind: ['red', 'green'] }, shareOf: 'kind' };
		const spec = { mark: 'stacked-bar' as const, series: ['kind'] };
		expect(quoteOf({ figures: [...parts, [2020, 'all', 100]], spec, query })).toContain(
			'40% of all 100 cases'
		);
		expect(quoteOf({ figures: parts, spec, query })).not.toContain('%');
		const known = parts.map(([year, kind, value]): Figure => [year, kind, value, { known: 200 }]);
		expect(quoteOf({ figures: known, spec: bar, query: kinds })).toContain(
			'20% of the 200 for whom this is known'
		);
	});

	it('gives the unknown group, and calls a part the largest of the known ones only', () => {
		const words = quoteOf({ figures: [...parts, [2020, 'unknown', 500]], spec: bar, query: kinds });
		expect(words).toContain('the largest of the known groups. Kind is not known for 500 cases.');
	});

	it('says what must not be compared where the figure stands behind a break, or inside one', () => {
		const figures = years(10, 20, 30);
		const before = 'Figures from before 2019 were counted in another way';
		expect(quoteOf({ figures, breaks: [breakAt('2019')] })).toContain(before);
		expect(quoteOf({ figures, breaks: [breakAt('2019', { comparableAcross: true })] })).not.toContain(before);
		const inside = breakAt('2020', { to: '2020-12' });
		expect(quoteOf({ figures, breaks: [inside] })).toContain('Figures from before and after 2020');
		expect(quoteOf({ figures, breaks: [breakAt('2019', { to: '2019-12' })] })).not.toContain('another way');
	});

	it('says withheld and gives no number where all is withheld', () => {
		const words = quoteOf({ figures: [[2018, 'all', null, { status: '[c]' }]] });
		expect(words).toContain('withheld to protect privacy, so there is no number to quote');
		expect(words.replace(SOURCE, '').replace(/\(Source.*\)/, '')).not.toMatch(/\d/);
	});

	it('quotes the last known figure, and says that a newer one is withheld', () => {
		const words = quoteOf({ figures: [...years(10, 20), [2020, 'all', null, { status: '[c]' }]] });
		expect(words).toContain('In 2019, the Test line counted 20 cases');
		expect(words).toContain('The figure for 2020 is withheld');
	});

	it('claims no largest beside a withheld group, and says that one is withheld', () => {
		const figures: Figure[] = [
			[2020, 'red', 40],
			[2020, 'green', null, { status: '[c]' }]
		];
		const words = quoteOf({ figures, spec: bar, query: kinds, additivity: NOT_ADDITIVE });
		expect(words).toContain('Other figures of this table are withheld');
		expect(words).not.toContain('largest');
	});

	it('says so where nothing is published', () => {
		expect(quoteOf({ figures: [] })).toContain('Cases by year: these data have no figure for this choice');
		expect(quoteOf({ figures: [[2018, 'all', null, { status: '[x]' }]] })).toContain(
			'no number is available'
		);
	});

	it('quotes the choice of a reader', () => {
		const filters = { kind: ['red'] };
		const figures: Figure[] = [...years(10), [2018, 'red', 7]];
		const words = quoteOf({ figures, query: { filters } });
		expect(words).toContain('counted 7 cases (cases by year; red; narrow)');
	});

	it('names the basis of each figure where there are two', () => {
		const figures: Figure[] = [...years(10, 20), [2019, 'all', 90, { basis: 'wide' }]];
		const query = { dimensions: ['year', 'basis'], basis: ['narrow', 'wide'] };
		expect(quoteOf({ figures, query })).toContain('counted 20 cases (narrow) and 90 cases (wide)');
	});

	it('does not say that the line counted what somebody else worked out', () => {
		const context = contextOf({ figures: years(10) });
		const resource = { ...context.resource, attribution: 'Counts made here', scope: 'ABC, worldwide' };
		const other = { ...context, resource };
		const words = quote(other, layoutChart(other));
		expect(words).toContain('In 2018, figures of ABC (worldwide) show 10 cases');
		expect(words).toContain('Counts made here.');
	});
});

describe('a quote in Spanish', () => {
	const before = getLocale;
	beforeAll(() => overwriteGetLocale(() => 'es'));
	afterAll(() => overwriteGetLocale(before));

	it.each([
		['Línea de Prueba, todo el país', 'la Línea de Prueba (todo el país)'],
		['Centro de Prueba', 'el Centro de Prueba'],
		['La Línea', 'La Línea'],
		['ABC', 'ABC']
	])('names %s with its article', (scope, named) => {
		const context = contextOf({ figures: years(10) });
		const own = { ...context, resource: { ...context.resource, scope, limits: 'Cuenta avisos, no hechos.' } };
		const words = quote(own, layoutChart(own));
		expect(words).toContain(`En 2018, ${named} contabilizó 10 cases`);
		expect(words).toContain('Este conjunto de datos cuenta avisos, no hechos.');
	});
});

describe('the quotes of the named charts', async () => {
	const views = await Promise.all((await chartSpecs()).map(chartView));

	it.each(views.map((view) => [view.spec.id, view] as const))('%s', (_, view) => {
		const context = chartContext(view);
		const words = quote(context, layoutChart(context));
		expect(words).toMatch(/\d/);
		expect(words).toContain(`version ${view.package.version}`);
		expect(words).not.toMatch(/undefined|null|NaN|\{|\}| {2}|\.\.|: \.|\( |\(\)|_|,,| ,/);
		expect(words).toMatch(/^(In|By|For|Figures|The) /);
		const limits = String(view.resource.limits ?? view.package.limits);
		expect(words.toLowerCase()).toContain(limits.toLowerCase().replace(/\.$/, ''));
	});
});
