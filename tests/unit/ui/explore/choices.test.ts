import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { explore, type Exploration } from '../../../../src/lib/ui/explore/explore.ts';
import {
	fullState,
	keptState,
	shortState,
	withChoice,
	withoutStandard
} from '../../../../src/lib/ui/explore/keep.ts';
import { partOf, specOf } from '../../../../src/lib/ui/explore/spec.ts';
import type { Control, ExploreState } from '../../../../src/lib/ui/explore/state.ts';
import type { ExploreTable } from '../../../../src/lib/ui/explore/table.ts';
import { defaultPackage } from './packageTables.ts';

let tables: ExploreTable[];

beforeAll(async () => {
	tables = (await defaultPackage()).explorable;
});

function tableOf(name: string): ExploreTable {
	const table = tables.find(({ resource }) => resource.name === name);
	if (!table) throw new Error(`No table is called ${name}.`);
	return table;
}

function asked(name: string, state: Partial<ExploreState> = {}): Exploration {
	return explore({ values: {}, ...state }, tableOf(name));
}

/** Why an option is closed; `''` where it is open. */
function reason({ controls }: Exploration, name: Control['name'], value: string): string | undefined {
	const control = controls.one.find((each) => isDeepStrictEqual(each.name, name));
	return control?.options.find((each) => each.value === value)?.reason;
}

describe('what cannot be chosen', () => {
	it('says why gender is not stacked', () => {
		expect(reason(asked('gender_by_year', { by: 'gender', unit: 'cases' }), 'form', 'stacked-bar')).toMatch(
			/one case can involve/
		);
	});

	it('is a stack of victims by form, while one of cases by form is open', () => {
		const by = (unit: string) => asked('types_by_year', { by: 'form', unit, basis: 'hotline' });
		expect(reason(by('cases'), 'form', 'stacked-bar')).toBe('');
		expect(reason(by('victims'), 'form', 'stacked-bar')).toMatch(/overlap/);
	});

	it('is a stack of some parts, or of two bases', () => {
		const some = { by: 'form', unit: 'cases', basis: 'hotline', values: { form: ['sex', 'labor'] } };
		expect(reason(asked('types_by_year', some), 'form', 'stacked-bar')).toMatch(/some are left out/);
		const each = asked('types_by_year', { by: 'form', unit: 'cases', basis: '' });
		expect(reason(each, 'form', 'stacked-bar')).toMatch(/basis/);
	});

	it('is a rate where no residents belong to the table, or of all places together', () => {
		expect(reason(asked('types_by_year'), 'show', 'rate')).toMatch(/population/);
		expect(reason(asked('states_by_year', { measure: 'calls' }), 'show', 'rate')).toBe('');
		const added = { measure: 'cases', by: '', values: { usps: [''] } };
		expect(reason(asked('states_by_year', added), 'show', 'rate')).toMatch(/State/);
	});

	it('is a share of what does not add up', () => {
		expect(reason(asked('gender_by_year', { by: 'gender' }), 'show', 'share')).toMatch(/added up/);
		expect(reason(asked('types_by_year', { by: 'form', unit: 'cases' }), 'show', 'share')).toBe('');
	});

	it('is a line of overlapping periods, or of more values than can be told apart', () => {
		expect(reason(asked('national_other_periods'), 'form', 'line')).toMatch(/overlap/);
		expect(reason(asked('states_by_year', { measure: 'calls' }), 'form', 'line')).toMatch(
			/51 lines|lines cannot/
		);
		const few = { measure: 'calls', by: 'usps', values: { usps: ['TX', 'NY', 'CA'] } };
		expect(reason(asked('states_by_year', few), 'form', 'line')).toBe('');
	});

	it('is a year as the base of an index in which too few were counted, or the counting changed', () => {
		const calls = asked('national_by_year', { measure: 'calls', show: 'index' });
		expect(calls.question.show).toBe('index');
		expect(reason(calls, 'base', '2014')).not.toBe('');
		expect(reason(calls, 'base', '2015')).toBe('');
		const forms = asked('types_by_year', { by: 'form', show: 'index' });
		expect(reason(forms, 'base', '2020')).not.toMatch(/No line has/);
		const small = { measure: 'cases', by: '', values: { usps: ['WY'] }, show: 'index' };
		expect(reason(asked('states_by_year', small), 'show', 'index')).toMatch(/100/);
	});

	it('is a form of which the states do not add up, as long as no state is picked', () => {
		const all = { measure: 'cases', by: '', values: { usps: [''] } };
		expect(reason(asked('states_by_year', all), { field: 'form' }, 'all')).toBe('');
		expect(reason(asked('states_by_year', all), { field: 'form' }, 'sex')).toMatch(/add up/);
		const one = { ...all, values: { usps: ['FL'] } };
		expect(reason(asked('states_by_year', one), { field: 'form' }, 'sex')).toBe('');
	});

	it('is a funnel plot in a table without places, which says so by itself', () => {
		expect(reason(asked('types_by_year'), 'form', 'funnel')).toMatch(/residents/);
		expect(reason(asked('types_by_year'), 'form', 'tile-map')).toMatch(/map/);
	});

	it('is a sum over places that are not all published', () => {
		const { controls } = asked('states_by_year', { measure: 'signals', by: '' });
		const places = controls.one.find(({ name }) => typeof name === 'object' && name.field === 'usps');
		expect(places?.options.find(({ value }) => value === '')?.reason).toMatch(/state/i);
	});
});

describe('choices that cannot be kept', () => {
	it('give way, are named, and leave the address', () => {
		const state: ExploreState = {
			by: 'gender',
			form: 'stacked-bar',
			basis: 'nothing',
			values: { gender: ['female', '<b>'], nothing: ['x'] }
		};
		const found = explore(state, tableOf('gender_by_year'));
		expect(found.question.form).toBe('line');
		expect(found.left.map(({ control, value }) => [control, value])).toEqual([
			['Gender', ''],
			['Drawn as', 'Stacked columns over time'],
			['', '']
		]);
		expect(keptState(state, found)).toEqual({
			by: 'gender',
			basis: 'nothing',
			values: { gender: ['female'] }
		});
	});

	it('are none where a choice is the standard, which leaves no trace', () => {
		const table = tableOf('types_by_year');
		const chosen = withChoice({ values: {}, form: 'bar' }, 'form', 'line');
		expect(withoutStandard(chosen, 'form', (state) => explore(state, table))).toEqual({ values: {} });
	});
});

describe('a permanent link', () => {
	it('names the table, the measure and every standard choice, and gives the same question', () => {
		for (const table of tables) {
			const short: ExploreState = { values: {} };
			const found = explore(short, table);
			const full = fullState(short, found);
			expect(full.table).toBe(table.resource.name);
			expect(full.measure ?? '').toBe(found.question.measure);
			const again = explore(full, table);
			expect(again.question).toEqual(found.question);
			expect(again.left).toEqual([]);
			const shortened = shortState(full, (state) => explore(state, table));
			expect(shortened.form).toBeUndefined();
			expect(explore(shortened, table).question).toEqual(found.question);
		}
	});
});

describe('a sum of parts', () => {
	it('is no standard choice: where no total is published the parts stand side by side', () => {
		expect(asked('types_by_year', { unit: 'cases' }).question.by).toBe('form');
		expect(asked('national_by_year', {}).question.by).toBe('');
	});

	it('calls none of its years the most recent one published, and says that it is a sum', () => {
		const { question } = asked('types_by_year', { unit: 'cases', by: '' });
		expect(question.picked['form']).toBe('');
		expect(partOf(question)).toBeDefined();
		expect(specOf(tableOf('types_by_year'), question).notes?.join(' ')).toMatch(/added up/);
	});
});

describe('a condition', () => {
	it('keeps the places whose newest figure is large enough, and the chart says so', () => {
		const found = asked('states_by_year', {
			measure: 'cases',
			least: { count: 100, measure: 'calls' },
			by: 'usps',
			show: 'rate'
		});
		const newest = new Map<string, [number, number]>();
		for (const row of tableOf('states_by_year').rows) {
			if (row['measure'] !== 'calls' || row['form'] !== 'all' || row['channel'] !== 'all') continue;
			const [place, year, value] = [String(row['usps']), Number(row['year']), row['value']];
			if (typeof value === 'number' && year >= (newest.get(place)?.[0] ?? 0))
				newest.set(place, [year, value]);
		}
		const kept = [...newest].filter(([, [, value]]) => value >= 100).map(([place]) => place);
		expect(found.question.shown['usps']?.toSorted()).toEqual(kept.sort());
		expect(specOf(tableOf('states_by_year'), found.question).notes?.[0]).toContain(`${kept.length} of 51`);
		expect(found.controls.many.find(({ field }) => field === 'usps')?.values).toHaveLength(kept.length);
	});

	it('that none meets is left out', () => {
		const found = asked('states_by_year', { measure: 'cases', least: { count: 999_999_999 } });
		expect(found.question.least).toBeUndefined();
		expect(found.left).toHaveLength(1);
	});
});
