import { describe, expect, it } from 'vitest';
import type { ChartView } from '../../../../src/lib/charts/types.ts';
import { answerInMemory, planQuery } from '../../../../src/lib/cube/index.ts';
import { pressExamples } from '../../../../src/lib/outputs/press/examples.ts';
import type { Ask, PressExample } from '../../../../src/lib/outputs/press/types.ts';
import { pressWords } from '../../../../src/lib/server/press.ts';
import { loadPackage } from '../../../../src/lib/server/package.ts';
import { breakAt, NOT_ADDITIVE, viewOf, type Figure, type Fixture } from '../../charts/fixture.ts';

const ROW = {
	basis: 'narrow',
	status: '',
	qualifier: '',
	known: null,
	source_id: 'S1',
	confidence: 'A',
	note: null
};

function askOf(view: ChartView, figures: Figure[]): Ask {
	const rows = figures.map(([year, kind, value, more = {}]) => ({ year, kind, value, ...ROW, ...more }));
	return (query) => {
		const plan = planQuery(query, [view.resource]);
		return plan.refused ? undefined : answerInMemory(plan, { figures: { resource: view.resource, rows } });
	};
}

function examplesOf(fixture: Fixture): PressExample[] {
	const view = viewOf(fixture);
	return pressExamples([view], askOf(view, fixture.figures));
}

const kindsOf = (fixture: Fixture) => examplesOf(fixture).map(({ kind }) => kind);
const example = (fixture: Fixture, kind: PressExample['kind']) =>
	examplesOf(fixture).find((each) => each.kind === kind);

const years = (...values: number[]): Figure[] => values.map((value, at) => [2018 + at, 'all', value]);
const parts = (red: number, green: number, all: number): Fixture => ({
	figures: [
		[2020, 'red', red],
		[2020, 'green', green],
		[2020, 'all', all]
	],
	spec: { mark: 'bar', x: 'kind' },
	query: { dimensions: ['kind'], filters: { kind: ['red', 'green'], year: [2020] } },
	additivity: NOT_ADDITIVE
});

describe('adding groups', () => {
	it('gives the sum that is wrong against the published total', () => {
		expect(example(parts(40, 30, 60), 'sum')).toMatchObject({
			wrong: 'In all, 70 cases.',
			why: 'Adding the 2 groups gives 70, but the published total is 60. One case can have two kinds.'
		});
	});

	it('is no example where the sum is right, the groups may be added, or no total is published', () => {
		expect(kindsOf(parts(40, 30, 70))).not.toContain('sum');
		const { additivity: _, ...additive } = parts(40, 30, 60);
		expect(kindsOf(additive)).not.toContain('sum');
		const without = parts(40, 30, 60);
		expect(kindsOf({ ...without, figures: without.figures.slice(0, 2) })).not.toContain('sum');
	});

	it('adds no withheld, qualified or marked figure', () => {
		for (const more of [{ qualifier: 'more_than' }, { status: '[p]' }]) {
			const fixture = parts(40, 30, 60);
			const figures: Figure[] = [[2020, 'red', 40, more], ...fixture.figures.slice(1)];
			expect(kindsOf({ ...fixture, figures })).not.toContain('sum');
		}
		const fixture = parts(40, 30, 60);
		const hidden: Figure[] = [[2020, 'red', null, { status: '[c]' }], ...fixture.figures.slice(1)];
		expect(kindsOf({ ...fixture, figures: hidden })).not.toContain('sum');
	});
});

describe('a rise', () => {
	it('is no proof of more of the problem', () => {
		expect(example({ figures: years(10, 200, 250) }, 'cause')).toMatchObject({
			wrong: 'The problem grew by 25% from 2019 to 2020.'
		});
	});

	it('is no example where figures fell, hardly rose, or must not be compared', () => {
		expect(kindsOf({ figures: years(10, 30, 20) })).not.toContain('cause');
		expect(kindsOf({ figures: years(10, 1000, 1001) })).not.toContain('cause');
		expect(kindsOf({ figures: years(10, 20), breaks: [breakAt('2019')] })).not.toContain('cause');
		const inside = breakAt('2018', { to: '2018-12' });
		expect(kindsOf({ figures: years(10, 20), breaks: [inside] })).not.toContain('cause');
	});
});

describe('a comparison across a break', () => {
	it('is named with both figures, and the text quotes the later one alone', () => {
		const found = example({ figures: years(10, 30, 20, 90), breaks: [breakAt('2020')] }, 'break');
		expect(found?.wrong).toBe('Cases by year fell from 30 in 2019 to 20 in 2020.');
		expect(found?.right).toContain('In 2020, the Test line counted 20 cases');
		expect(found?.right).toContain('Figures from before 2020 were counted in another way');
	});

	it('needs a break between the two', () => {
		expect(kindsOf({ figures: years(10, 20, 30) })).not.toContain('break');
		const event = breakAt('2019', { comparableAcross: true });
		expect(kindsOf({ figures: years(10, 20, 30), breaks: [event] })).not.toContain('break');
	});
});

describe('other mistakes', () => {
	it('names a figure that was replaced, with the one in use', () => {
		const found = example({ figures: years(10, 20), superseded: [[2019, 'all', 17]] }, 'revised');
		expect(found?.wrong).toBe('17 cases in 2019.');
		expect(found?.why).toContain('The one in use for 2019 is 20.');
		expect(found?.right).toContain('In 2019, the Test line counted 20 cases');
		expect(kindsOf({ figures: years(10, 20), superseded: [[2019, 'all', 20]] })).not.toContain('revised');
	});

	it('takes a withheld figure for none', () => {
		const figures: Figure[] = [...years(10, 20), [2020, 'all', null, { status: '[c]' }]];
		const found = example({ figures }, 'withheld');
		expect(found?.wrong).toBe('There were no cases in 2020.');
		expect(found?.right).toContain('withheld to protect privacy');
		expect(kindsOf({ figures: years(10, 20) })).not.toContain('withheld');
	});

	it('of a package without charts there is none', () => {
		expect(pressExamples([], () => undefined)).toEqual([]);
	});
});

describe('the examples of the published figures', async () => {
	const { examples, sample } = await pressWords();
	const { tables } = await loadPackage();
	const of = (kind: PressExample['kind']) => examples.find((each) => each.kind === kind);
	const numbers = (text = '') =>
		(text.match(/\d[\d,]*/g) ?? []).map((each) => Number(each.replaceAll(',', '')));

	it('has each kind once but for withheld figures, of which there is none', () => {
		expect(examples.map(({ kind }) => kind)).toEqual([
			'sum',
			'cause',
			'break',
			'units',
			'ranking',
			'revised'
		]);
		expect(sample?.quote).toContain('It does not measure how much trafficking happens.');
	});

	it('adds up the groups that the file has', () => {
		const rows = (tables['national_other_periods']?.rows ?? []).filter(
			(row) =>
				row['measure'] === 'victims_identified' &&
				row['period'] === '2020-01/2022-08' &&
				row['venue_or_type'] === 'all'
		);
		const value = (form: string) => Number(rows.find((row) => row['form'] === form)?.['value']);
		const sum = ['sex', 'labor', 'sex_and_labor', 'other_or_not_specified'].reduce(
			(total, form) => total + value(form),
			0
		);
		expect(numbers(of('sum')?.wrong)).toEqual([sum]);
		expect(numbers(of('sum')?.why)).toEqual([4, sum, value('all')]);
	});

	it('ranks by the largest count of the year that the chart shows', () => {
		const rows = (tables['states_by_year']?.rows ?? []).filter(
			(row) =>
				row['measure'] === 'cases' &&
				row['form'] === 'all' &&
				row['channel'] === 'all' &&
				row['year'] === 2016
		);
		const most = Math.max(...rows.map((row) => Number(row['value'])));
		expect(numbers(of('ranking')?.wrong)).toContain(most);
		expect(numbers(of('ranking')?.right)).toEqual(expect.arrayContaining([2016, most]));
	});

	it('quotes nothing that it warns of', () => {
		for (const { wrong, right } of examples) expect(right).not.toContain(wrong.replace(/\.$/, ''));
	});
});
