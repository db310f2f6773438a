import { describe, expect, it } from 'vitest';
import { chosenBy, figureWords, findFigures } from '../../../../src/lib/ui/explore/find.ts';
import { explore } from '../../../../src/lib/ui/explore/explore.ts';
import { explorePage } from '../../../../src/lib/server/explore.ts';
import { defaultPackage } from './packageTables.ts';

const { catalogue } = await explorePage();

const found = (search: string) => {
	const { has, tables } = findFigures(catalogue, search);
	const hits = tables.flatMap(({ name, figures }) => figures.map((figure) => ({ name, figure })));
	return { has, hits };
};

/** How words are found, and the first figure that has them. */
const first = (search: string) => {
	const { has, hits } = found(search);
	return `${has}: ${hits[0]?.name ?? ''}, ${hits[0] ? figureWords(hits[0].figure) : ''}`;
};

describe('the search for what is counted', () => {
	it('finds everything with nothing', () => {
		expect(found('  ').hits).toHaveLength(catalogue.flatMap(({ entries }) => entries).length);
	});

	it.each([
		['labor', 'all: types_by_year, Cases and victims by form of trafficking: Labor trafficking'],
		['labor cases', 'all: types_by_year, Cases and victims by form of trafficking: Labor trafficking'],
		['women', 'all: gender_by_year, Gender: Female'],
		['Texas', 'all: states_by_year, Signals: Texas'],
		['texas calls', 'all: states_by_year, Calls, substantive: Texas'],
		['cases per 100,000', 'all: states_by_year, Cases: Contact rate per 100,000 residents'],
		['calls by state', 'all: states_by_year, Calls, substantive'],
		['ohio texas cases', 'all: states_by_year, Cases: Ohio, Texas'],
		['new york calls', 'all: states_by_year, Calls, substantive: New York'],
		['children', 'all: age_by_year, Age: Minor'],
		['VÍCTIMS idéntified', 'all: national_by_year, Victims identified']
	])('finds “%s” by measures, tables, groups and places', (search, expected) => {
		expect(first(search)).toBe(expected);
	});

	it('finds other spellings too, and names the groups that it will choose', () => {
		const names = (search: string) => found(search).hits.map(({ name }) => name);
		expect(names('labour')).toContain('types_by_year');
		expect(names('labor')).toContain('uk_helpline_by_year');
		expect(names('men')).toContain('gender_by_year');
		expect(found('men').hits.filter(({ figure }) => /female/i.test(figureWords(figure)))).toEqual([]);
	});

	it('shows what has most of the words where nothing has all, and all figures where nothing has any', () => {
		expect(first('labor xyzzy')).toMatch(/^some: types_by_year/);
		expect(found('xyzzy').has).toBe('none');
		expect(found('xyzzy').hits).toHaveLength(found('').hits.length);
	});

	it('puts several places side by side', () => {
		const [hit] = found('ohio texas cases').hits;
		expect(chosenBy(hit?.figure.groups ?? [])).toEqual({ by: 'usps', values: { usps: ['OH', 'TX'] } });
	});

	it('finds first what the published figures allow', async () => {
		const { explorable } = await defaultPackage();
		for (const search of ['labor', 'women', 'texas calls', 'cases per 100,000', 'ohio texas cases']) {
			const [hit] = found(search).hits;
			const table = explorable.find(({ resource }) => resource.name === hit?.name);
			if (!hit || !table) throw new Error(search);
			const { measure, groups } = hit.figure;
			const named = chosenBy(groups);
			const { left, question } = explore({ table: hit.name, measure, ...named }, table);
			expect([search, left]).toEqual([search, []]);
			expect({ ...question.picked, ...question.shown }).toMatchObject(
				Object.fromEntries(
					Object.entries(named.values).map(([field, values]) => [
						field,
						question.picked[field] === undefined ? values : values[0]
					])
				)
			);
		}
	});
});
