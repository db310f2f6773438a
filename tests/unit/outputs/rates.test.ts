import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../../src/lib/charts/layout/layoutChart.ts';
import { chartCsv, chartJson } from '../../../src/lib/outputs/chartFile.ts';
import { pressExamples } from '../../../src/lib/outputs/press/examples.ts';
import { quote } from '../../../src/lib/outputs/quote.ts';
import { chartPreview } from '../../../src/lib/ui/preview.ts';
import {
	askRates,
	leaking,
	ONE_PLACE,
	ratesContext,
	ratesView,
	tenPlaces,
	type Contact,
	type RatesFixture
} from '../charts/ratesFixture.ts';

const RANKING = /\b(highest|lowest|largest|smallest|most|least|top)\b/i;

const all = tenPlaces(2016);
const withHidden: Contact[] = [...all.slice(0, 9), ['a', 2016, null, { status: '[c]' }]];

function csvOf(fixture: RatesFixture) {
	const view = ratesView(fixture);
	const lines = chartCsv(view, leaking(view.answer)).split('\r\n');
	const body = lines.filter((line) => !line.startsWith('#')).join('\n');
	const head = lines.filter((line) => line.startsWith('#')).join('\n');
	return { head, ...Papa.parse<Record<string, string>>(body, { header: true, skipEmptyLines: true }) };
}

function jsonOf(fixture: RatesFixture) {
	const view = ratesView(fixture);
	return JSON.parse(chartJson(view, leaking(view.answer))) as {
		rates: string[];
		rows: Record<string, unknown>[];
		sources: { id: string }[];
	};
}

function quoteOf(fixture: RatesFixture): string {
	const context = ratesContext(fixture);
	return quote(context, layoutChart(context));
}

describe('files of rates', () => {
	const residents = () => 1_234_567;

	it('have count, residents, limits, basis and source beside each rate, rounded to four digits', () => {
		const { data } = csvOf({ contacts: all, residents });
		expect(data.find((row) => row['place'] === 'Alpha')).toMatchObject({
			unit: 'calls per 100,000 residents',
			value: '15.39',
			count: '190',
			residents: '1234567',
			residents_basis: 'Estimate, vintage 2019',
			residents_source: 'P19',
			rate_low_95: '13.28',
			rate_high_95: '17.74'
		});
		const row = jsonOf({ contacts: all, residents }).rows.find(
			({ key }) => (key as { place: string }).place === 'a'
		);
		expect(row).toMatchObject({ value: 15.39, count: 190, residents: 1234567, rate_low_95: 13.28 });
		expect(row).not.toHaveProperty('rate');
	});

	it('never hold what a withheld count would be told by', () => {
		const { data } = csvOf({ contacts: withHidden });
		expect(data.find((row) => row['place'] === 'Alpha')).toMatchObject({
			value: '[c]',
			count: '',
			rate_low_95: '',
			rate_high_95: ''
		});
		const row = jsonOf({ contacts: withHidden }).rows.find(({ status }) => status === '[c]');
		expect(row).toMatchObject({ value: null, count: null, rate_low_95: null, rate_high_95: null });
	});

	it('say above what a rate is, whose residents it is of, and what the limits show', () => {
		const { head } = csvOf({ contacts: all });
		expect(head).toContain('value is in calls per 100,000 residents');
		expect(head).toContain('Residents: Residents by year (Residents of all provinces).');
		expect(head).toContain('random variation only');
		expect(head).toContain('All provinces, average by residents, 2016: 14.5 calls per 100,000 residents');
		expect(head).toContain('Source P19');
		expect(jsonOf({ contacts: all }).sources.map(({ id }) => id)).toEqual(['S1', 'P19']);
		expect(jsonOf({ contacts: all }).rates.join(' ')).toContain('random variation only');
	});

	it('are as ever for counts', () => {
		const { head, meta } = csvOf({ contacts: all, query: { rate: false } });
		expect(head).not.toContain('random variation');
		expect(meta.fields).not.toContain('residents');
	});
});

describe('a quote of rates', () => {
	it('tells places together, and that they are not ranked', () => {
		const said = quoteOf({ contacts: all });
		expect(said).toContain(
			'counted 14.5 calls per 100,000 residents on average of all provinces, weighted by residents; the middle half of the provinces lies between'
		);
		expect(said).toContain('Places must not be ranked');
		expect(said).toContain('Residents 2016: Estimate, vintage 2019.');
		expect(said).toContain('Census 2024');
		expect(said).not.toMatch(RANKING);
		expect(said).not.toMatch(/Alpha|Juno/);
	});

	it('gives no average and no place where a figure is withheld, nor for counts', () => {
		const said = quoteOf({ contacts: withHidden });
		expect(said).toContain('for 9 of 10 provinces');
		expect(said).not.toMatch(/average|Alpha|Juno/);
		const counts = quoteOf({ contacts: all, query: { rate: false }, spec: { mark: 'bar' } });
		expect(counts).toContain('for all 10 provinces lie between');
		expect(counts).not.toMatch(/average|Alpha|Juno/);
	});

	it('gives one place with its limits and how it stands to the average', () => {
		const said = quoteOf({ contacts: [...tenPlaces(2015), ...all], ...ONE_PLACE });
		expect(said).toContain(
			'19.0 calls per 100,000 residents for Alpha (substantive; 95% limits: 16.4 to 21.9'
		);
		expect(said).toContain('This rate is above the average of all provinces, beyond random variation.');
		expect(said).toContain('random variation only');
	});
});

describe('previews and examples', () => {
	it('name no place as high or low', () => {
		const { alt, description } = chartPreview(ratesView({ contacts: all }), 'https://example.org');
		expect(`${alt} ${description}`).not.toMatch(RANKING);
		expect(`${alt} ${description}`).not.toMatch(/Alpha|Juno/);
	});

	it('add no rates up, and read no rise into them', () => {
		const fixture = { contacts: [...tenPlaces(2015), ...all] };
		const ask = (query: Parameters<typeof askRates>[1]) => askRates(fixture, query);
		expect(pressExamples([ratesView(fixture), ratesView({ ...fixture, ...ONE_PLACE })], ask)).toEqual([]);
	});
});
