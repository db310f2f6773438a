import { describe, expect, it } from 'vitest';
import { answerInMemory, planQuery } from '../../../src/lib/cube/index.ts';
import type { CubeQuery } from '../../../src/lib/cube/types.ts';
import type { Resource, Row } from '../../../src/lib/package/types.ts';
import { categories, field, resource } from '../engine/fixture.ts';

const PLACE = categories(['all', 'total'], 'here', 'there');
const KIND = categories('a', 'b');

function tables(whereOfRule?: Record<string, string[]>, totalFields = ['year']): Resource[] {
	const fields = {
		year: field('year', 'time', 'year'),
		place: field('place', 'place', 'string', PLACE),
		sex: field('sex', 'category', 'string', KIND)
	};
	return [
		resource('parts', [fields.year, fields.place, fields.sex, field('kind', 'category', 'string', KIND)], {
			unit: 'cases',
			additivity: [
				{
					dimension: 'kind',
					additivity: 'additive',
					reason: 'each has one',
					...(whereOfRule ? { where: whereOfRule } : {}),
					total: { resource: 'totals', where: { measure: 'cases' } }
				},
				{ dimension: 'sex', additivity: 'additive', reason: 'each has one' }
			]
		}),
		resource(
			'totals',
			[
				field('measure', 'measure', 'string', categories('cases', 'calls')),
				...totalFields.map((name) => fields[name as keyof typeof fields])
			],
			{ additivity: [{ dimension: 'sex', additivity: 'additive', reason: 'each has one' }] }
		)
	];
}

const plan = (query: Partial<CubeQuery>, resources: Resource[]) =>
	planQuery({ table: 'parts', dimensions: ['kind'], shareOf: 'kind', ...query }, resources);

const filters = { year: [2016], sex: ['a', 'b'] };

describe('shares', () => {
	it('are given where the total is for the same selection', () => {
		expect(plan({ filters: { year: [2016] } }, tables())).toMatchObject({ refused: false });
		expect(plan({ filters: { year: [2016] } }, tables(undefined, ['year', 'place']))).toMatchObject({
			refused: false
		});
	});

	it('are refused where the total knows nothing of a chosen value', () => {
		const refused = { refused: true, code: 'no-published-total', field: 'kind' };
		expect(plan({ filters: { ...filters, place: ['here'] } }, tables())).toMatchObject(refused);
		expect(plan({ filters: { year: [2016], sex: ['a'] } }, tables())).toMatchObject(refused);
		expect(plan({ filters: { year: [2016] }, dimensions: ['kind', 'place'] }, tables())).toMatchObject(
			refused
		);
		expect(plan({ filters: { year: [2016] } }, tables().slice(0, 1))).toMatchObject(refused);
	});

	it('are given there if the rule names the value', () => {
		const here = { year: [2016], place: ['here'] };
		expect(plan({ filters: here }, tables({ place: ['here'] }))).toMatchObject({ refused: false });
		expect(plan({ filters: here }, tables(undefined, ['year', 'place']))).toMatchObject({ refused: false });
	});

	it('are refused if the rule names the value among others', () => {
		const refused = { refused: true, code: 'no-published-total' };
		const both = tables({ place: ['here', 'there'] });
		expect(plan({ filters: { year: [2016], place: ['here'] } }, both)).toMatchObject(refused);
	});

	it("are refused where the total's own row has another value", () => {
		const named = (place: string, where?: Record<string, string[]>) => {
			const resources = tables(where, ['year', 'place']);
			const total = resources[0]?.additivity?.[0]?.total;
			if (total) total.where['place'] = place;
			return resources;
		};
		const at = (place: string) => ({ filters: { year: [2016], place: [place] } });
		expect(plan(at('here'), named('there'))).toMatchObject({ code: 'no-published-total' });
		expect(plan(at('all'), named('there'))).toMatchObject({ code: 'no-published-total' });
		expect(plan(at('there'), named('there'))).toMatchObject({ refused: false });
		expect(plan(at('all'), named('all'))).toMatchObject({ refused: false });
		// The rule pins the value, so its author says that this row is the total.
		expect(plan(at('here'), named('there', { place: ['here'] }))).toMatchObject({ refused: false });
		const kept = plan({ filters: { year: [2016] }, dimensions: ['kind', 'place'] }, named('there'));
		expect(kept).toMatchObject({ totals: [{ when: { place: ['there'] }, plan: {} }, { when: {} }] });
	});

	it('are refused where the total itself would be a sum', () => {
		const refused = { refused: true, code: 'no-published-total' };
		expect(plan({ filters: { year: [2016] } }, tables(undefined, ['year', 'sex']))).toMatchObject(refused);
	});

	it('are missing where the table of totals does not know a chosen value', () => {
		const resources = tables(undefined, ['year', 'place']);
		const { schema } = resources[1] ?? { schema: { fields: [] } };
		schema.fields = schema.fields.map((each) =>
			each.name === 'place' ? { ...each, categories: categories(['all', 'total'], 'there') } : each
		);
		expect(plan({ filters: { year: [2016], place: ['there'] } }, resources)).toMatchObject({
			totals: [{ when: {}, plan: { resource: { name: 'totals' } } }, { when: {} }]
		});
		expect(plan({ filters: { year: [2016], place: ['here'] } }, resources)).toEqual(
			expect.objectContaining({ totals: [{ when: {} }] })
		);
	});

	it('are missing where the part is missing or above its total', () => {
		const resources = tables();
		const found = plan({ filters: { year: [2016], sex: ['a'] } }, tables({ sex: ['a'] }));
		if (found.refused) throw new Error(found.reason);
		const row = (kind: string, value: number | null): Row => {
			const status = value === null ? '[c]' : '';
			return { year: 2016, place: 'all', sex: 'a', kind, value, status };
		};
		const [parts, totals] = resources;
		if (!parts || !totals) throw new Error('There are no tables.');
		const sharesOf = (a: number | null, total: number) => {
			const answer = answerInMemory(found, {
				parts: { resource: parts, rows: [row('a', a)] },
				totals: { resource: totals, rows: [{ measure: 'cases', year: 2016, value: total, status: '' }] }
			});
			return answer.rows.map(({ share, total: whole }) => [share, whole]);
		};
		expect(sharesOf(5, 20)).toEqual([[0.25, 20]]);
		expect(sharesOf(null, 20)).toEqual([[null, 20]]);
		expect(sharesOf(21, 20)).toEqual([[null, 20]]);
		expect(sharesOf(0, 0)).toEqual([[null, 0]]);
	});
});
