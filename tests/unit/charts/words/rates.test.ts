import { describe, expect, it } from 'vitest';
import { chartContext } from '../../../../src/lib/charts/context.ts';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { deck } from '../../../../src/lib/charts/words/deck.ts';
import { describeChart } from '../../../../src/lib/charts/words/describe.ts';
import { headline } from '../../../../src/lib/charts/words/headline.ts';
import { chartNotes } from '../../../../src/lib/charts/words/notes.ts';
import { datumWords } from '../../../../src/lib/charts/words/rowWords.ts';
import { citedSources } from '../../../../src/lib/charts/words/sources.ts';
import { chartTable } from '../../../../src/lib/charts/words/table.ts';
import { sharedWords } from '../../../../src/lib/charts/words/tableShared.ts';
import {
	askRates,
	leaking,
	ONE_PLACE,
	ratesContext,
	ratesView,
	tenPlaces,
	type Contact,
	type RatesFixture
} from '../ratesFixture.ts';

const RANKING = /\b(highest|lowest|largest|smallest|most|least|top|first|rank)\b/i;

function headlineOf(fixture: RatesFixture): string {
	const context = ratesContext(fixture);
	return headline(context, layoutChart(context));
}

function notesOf(fixture: RatesFixture): Map<string, string> {
	const context = ratesContext(fixture);
	return new Map(chartNotes(context, layoutChart(context)).map(({ kind, text }) => [kind, text]));
}

const hidden: Contact = ['a', 2016, null, { status: '[c]' }];
const all = tenPlaces(2016);
const someHidden = [...all.filter(([code]) => code !== 'a'), hidden];

describe('headline of places side by side', () => {
	it('gives the average where every place has a figure, and no place as high or low', () => {
		const said = headlineOf({ contacts: all });
		expect(said).toBe(
			'Contact rate by province, 2016: 14.5 calls per 100,000 residents on average of all provinces'
		);
		expect(said).not.toMatch(RANKING);
	});

	it('weights the average by residents', () => {
		const residents = (code: string) => (code === 'a' ? 10_000_000 : 1_000_000);
		expect(headlineOf({ contacts: all, residents })).toContain(': 7.6 calls per');
	});

	it('gives no average where a figure is withheld, missing, or has no population', () => {
		const some = 'Contact rate by province, 2016: figures for 9 of 10 provinces';
		expect(headlineOf({ contacts: someHidden })).toBe(some);
		expect(headlineOf({ contacts: all.slice(1) })).toBe(some);
		const residents = (code: string) => (code === 'b' ? null : 1_000_000);
		expect(headlineOf({ contacts: all, residents })).toBe(some);
	});

	it('is no ranking for counts either, in bars, in panels or in lines', () => {
		const title = 'Contact rate by province';
		const counts = { query: { rate: false }, spec: { mark: 'bar', title } } as const;
		expect(headlineOf({ contacts: all, ...counts })).toBe('Contact rate by province, 2016');
		const years = [...all, ...tenPlaces(2015)];
		const query = { dimensions: ['year', 'place'], filters: {}, rate: false };
		const lines = { mark: 'line', x: 'year', title } as const;
		for (const spec of [
			{ ...lines, series: ['place'] },
			{ ...lines, facet: 'place' }
		]) {
			expect(headlineOf({ contacts: years, query, spec })).toBe('Contact rate by province, 2015–2016');
		}
	});

	it('names a few places that were chosen, by their names', () => {
		const query = { filters: { year: [2016], place: ['j', 'a'] } };
		expect(headlineOf({ contacts: all, query })).toBe('Contact rate by province, Alpha and Juno, 2016');
	});
});

describe('headline of one place', () => {
	// Alpha has 190 calls, the average 145; residents a million each.
	const years = [...tenPlaces(2015), ...all];

	it('gives the latest rate with limits, above or below only where the average lies outside them', () => {
		expect(headlineOf({ contacts: years, ...ONE_PLACE })).toBe(
			'Alpha: 19.0 calls per 100,000 residents (95% limits 16.4 to 21.9) in 2016, above the average of all provinces, beyond random variation'
		);
		const query = { ...ONE_PLACE.query, filters: { place: ['j'] } };
		expect(headlineOf({ contacts: years, ...ONE_PLACE, query })).toContain(
			'Juno: 10.0 calls per 100,000 residents (95% limits 8.1 to 12.2) in 2016, below the average'
		);
	});

	it('says not clearly different where the limits hold the average', () => {
		const said = (place: string) =>
			headlineOf({
				contacts: years,
				...ONE_PLACE,
				query: { ...ONE_PLACE.query, filters: { place: [place] } }
			});
		const unclear = 'in 2016, not clearly different from the average of all provinces';
		expect(said('e')).toMatch(new RegExp(`^Elm: 14\\.0 .* ${unclear}$`));
		expect(said('f')).toMatch(new RegExp(`^Fern: 15\\.0 .* ${unclear}$`));
	});

	it('does not compare with an average that is not known for its year', () => {
		const contacts: Contact[] = [...years, ['a', 2017, 300]];
		expect(headlineOf({ contacts, ...ONE_PLACE })).toBe(
			'Alpha: 30.0 calls per 100,000 residents (95% limits 26.7 to 33.6) in 2017'
		);
	});

	it('marks a rate on a small count', () => {
		const contacts: Contact[] = [['a', 2016, 5]];
		expect(headlineOf({ contacts, ...ONE_PLACE })).toContain('(95% limits 0.2 to 1.2; low reliability)');
	});
});

describe('what a reader chose', () => {
	const view = ratesView({ contacts: all });
	const counts = (() => {
		const { rate: _, ...query } = view.spec.query;
		return chartContext(view, askRates({ contacts: all }, query));
	})();

	it('is named in place of a title that would misname it', () => {
		expect(headline(counts, layoutChart(counts))).toBe('Calls (substantive) by province, 2016');
		expect(deck(counts, layoutChart(counts))).toMatch(
			/^Calls \(substantive\) by province\. 2016\. Counted: calls\./
		);
		const query = { ...view.spec.query, measure: ['cases'], unit: ['cases'] };
		const more = { measure: 'cases', unit: 'cases' };
		const contacts = all.map(([code, inYear, value]): Contact => [code, inYear, value, more]);
		const cases = chartContext(view, askRates({ contacts }, query));
		expect(deck(cases, layoutChart(cases))).toMatch(
			/^Rate of cases by province\. 2016\. Counted: cases per 100,000 residents\./
		);
	});

	it('of counts is told to follow the number of residents', () => {
		const notes = chartNotes(counts, layoutChart(counts));
		expect(notes.map(({ kind }) => kind)).toContain('counts');
		expect(notes.map(({ kind }) => kind)).not.toContain('residents');
	});
});

describe('alt text of places side by side', () => {
	it('tells how they spread, and names none by its size', () => {
		const said = describeChart(ratesView({ contacts: someHidden }));
		expect(said).toContain('9 of 10 provinces have a figure.');
		expect(said).toContain(
			'The middle half of these figures lies between 12.0 and 16.0 calls per 100,000 residents.'
		);
		expect(said).toContain('Withheld for privacy: 1.');
		expect(said).not.toContain('Unknown, because');
		expect(said).not.toMatch(RANKING);
		expect(said).not.toContain('Juno');
	});

	it('finds the middle half in whatever order the places come', () => {
		const contacts = all.map(([code, inYear], at): Contact => [code, inYear, 100 + ((at * 7) % 10) * 10]);
		expect(describeChart(ratesView({ contacts }))).toContain('lies between 12.3 and 16.8 calls');
	});

	it('counts places without a figure apart from those without a population', () => {
		const residents = (code: string) => (code === 'j' ? null : 1_000_000);
		const said = describeChart(ratesView({ contacts: all.slice(0, 9), residents }));
		expect(said).toContain('8 of 10 provinces have a figure.');
		expect(said).toContain('Without a rate, because no population is published: 1.');
		expect(said).toContain('Unknown, because these data have no figure: 1.');
	});

	it('of one place gives a range and limits', () => {
		const contacts = [...tenPlaces(2015), ...all];
		expect(describeChart(ratesView({ contacts, ...ONE_PLACE }))).toContain(
			'Alpha. Contact rate of a province: 2 figures from 2015 to 2016, between 19.0 and 19.0; last 19.0 calls per 100,000 residents (95% limits 16.4 to 21.9) in 2016.'
		);
	});
});

describe('notes of rates', () => {
	it('name the residents, their vintage, year and source, and what the limits are', () => {
		const notes = notesOf({ contacts: all });
		expect(notes.get('residents')).toContain('Estimate, vintage 2019, for 2016 (Census 2024).');
		expect(notes.get('random')).toBe(
			'The limits show random variation only, not what the line did not hear of.'
		);
		expect(notes.get('drivers')).toMatch(/posted, campaigns, languages and tourism/);
		expect(notes.has('unknown')).toBe(false);
	});

	it('do not say twice what moves a rate', () => {
		const spec = { notes: ['Awareness and campaigns move these rates.'] };
		expect(notesOf({ contacts: all, spec }).has('drivers')).toBe(false);
	});

	it('name places without a figure as unknown, but not a withheld one', () => {
		const notes = notesOf({ contacts: [...all.slice(2, 9), hidden] });
		expect(notes.get('unknown')).toBe('These data have no figure for Juno and Beta. Unknown is not zero.');
		expect(notesOf({ contacts: all.slice(9) }).has('unknown')).toBe(false);
	});

	it('say where no population is published', () => {
		const residents = (code: string) => (code === 'b' ? null : 1_000_000);
		expect(notesOf({ contacts: all, residents }).get('no-residents')).toBe(
			'No population is published for Beta in 2016, so there is no rate.'
		);
	});

	it('say where a line goes on with residents of another vintage', () => {
		const contacts: Contact[] = [2018, 2019, 2020, 2021].map((inYear) => ['a', inYear, 50]);
		const said = notesOf({ contacts, ...ONE_PLACE }).get('vintage');
		expect(said).toContain('Up to 2019 the residents are from “Estimate, vintage 2019”, from 2020 on');
		expect(said).toContain(String('The two sets do not join smoothly.'));
		expect(notesOf({ contacts: contacts.slice(2), ...ONE_PLACE }).has('vintage')).toBe(false);
	});

	it('explain the mark of a rate on a small count', () => {
		expect(notesOf({ contacts: [...all.slice(1), ['j', 2016, 5]] }).get('random')).toContain(
			'[u] are based on fewer than 20'
		);
	});

	it('cite the population beside the counts', () => {
		expect(
			citedSources(ratesContext({ contacts: all })).map(({ source, letter }) => [source.id, letter])
		).toEqual([
			['S1', 'A'],
			['P19', '']
		]);
	});
});

describe('table of rates', () => {
	it('gives count, residents, limits and vintage beside each, in alphabetical order', () => {
		const table = chartTable(ratesContext({ contacts: all }));
		expect(table.hasRate).toBe(true);
		expect(table.rows.map(({ keys }) => keys[0]).slice(0, 3)).toEqual(['Alpha', 'Beta', 'Cora']);
		expect(table.rows[0]).toMatchObject({
			value: '19.0',
			unit: 'calls per 100,000 residents',
			rate: {
				count: '190',
				residents: '1,000,000',
				basis: 'Estimate, vintage 2019 (2016)',
				low: '16.4',
				high: '21.9'
			}
		});
	});

	it('says once what all rows share, and keeps a column in which they differ', () => {
		const query = { dimensions: ['place', 'year', 'measure', 'unit'] };
		const table = chartTable(ratesContext({ contacts: all, query }));
		expect(table.heads).toEqual(['Province']);
		expect(table.rows[0]?.keys).toEqual(['Alpha']);
		expect(sharedWords(table)).toBe(
			'In every row: Year: 2016; What is counted: Calls, substantive; Counts: calls per 100,000 residents; Residents as of: Estimate, vintage 2019 (2016); Source: Publisher 2024; Census 2024; Confidence: A.'
		);
		const mixed = all.map(([code, inYear, value], at): Contact => {
			return [code, inYear, value, at ? {} : { confidence: 'C' }];
		});
		const columns = chartTable(ratesContext({ contacts: mixed, query })).shared.map(({ column }) => column);
		expect(columns).toContain('sources');
		expect(columns).not.toContain('confidence');
	});

	it('hides everything that would reveal a withheld count', () => {
		const view = ratesView({ contacts: someHidden });
		const row = chartTable(chartContext(view, leaking(view.answer))).rows[0];
		expect(row).toMatchObject({ value: '[c]', status: 'withheld for privacy' });
		expect(row?.rate).toMatchObject({ count: '', low: '', high: '' });
	});

	it('marks a rate on a small count, and one without population', () => {
		const small: Contact[] = [['a', 2016, 5]];
		expect(chartTable(ratesContext({ contacts: small })).rows[0]).toMatchObject({
			value: '0.5',
			status: '[u] low reliability'
		});
		const bare = chartTable(ratesContext({ contacts: small, residents: () => null })).rows[0];
		expect(bare).toMatchObject({ value: '[x]', status: 'no rate, because no population is published' });
		expect(bare?.rate).toMatchObject({ count: '5', residents: '', low: '' });
	});

	it('has the averages as rows of their own', () => {
		const contacts = [...tenPlaces(2015), ...all];
		const { averages } = chartTable(ratesContext({ contacts, ...ONE_PLACE }));
		expect(averages.map(({ keys, value }) => [...keys, value])).toEqual([
			['2015', 'All provinces, average by residents', '14.5'],
			['2016', 'All provinces, average by residents', '14.5']
		]);
		expect(averages[0]?.rate).toMatchObject({ count: '', residents: '10,000,000' });
	});
});

describe('what is said at a mark', () => {
	it('is the rate with its limits, count, residents and mark', () => {
		const context = ratesContext({ contacts: [...all.slice(0, 9), ['a', 2016, 5]] });
		const layout = layoutChart(context);
		const at = layout.data.find(({ row }) => row.key['place'] === 'a');
		expect(at && datumWords(context, layout, at, ['place'])).toMatchObject({
			value: '0.5 calls per 100,000 residents',
			details: [
				'95% limits: 0.2 to 1.2',
				'5 calls among 1,000,000 residents',
				'Residents 2016: Estimate, vintage 2019',
				'based on fewer than 20: low reliability'
			]
		});
	});

	it('is nothing beside a withheld one', () => {
		const view = ratesView({ contacts: someHidden });
		const context = chartContext(view, leaking(view.answer));
		const layout = layoutChart(context);
		const at = layout.data.find(({ row }) => row.key['place'] === 'a');
		expect(at && datumWords(context, layout, at, ['place'])).toMatchObject({
			value: 'withheld for privacy',
			details: []
		});
	});
});
