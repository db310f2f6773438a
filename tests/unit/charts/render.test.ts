import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Chart from '../../../src/lib/charts/Chart.svelte';
import { NOT_ADDITIVE, viewOf, type Figure } from './fixture.ts';

const figures: Figure[] = [
	[2018, 'all', 1234],
	[2019, 'all', 2345],
	[2021, 'all', null, { status: '[c]' }]
];

const cells = (html: string) =>
	[...html.matchAll(/<(?:td|th)[^>]*>(.*?)<\/(?:td|th)>/gs)].map((cell) =>
		(cell[1] ?? '')
			.replace(/<!--.*?-->|<[^>]+>/g, '')
			.replace(/\s+/g, ' ')
			.trim()
	);

describe('Chart, rendered without a browser', () => {
	const html = render(Chart, { props: { view: viewOf({ figures }) } }).body;

	it('is a figure with its name, who answered, a heading, notes and one picture', () => {
		expect(html).toMatch(/<figure[^>]* data-chart="test" data-answered-by="build"/);
		expect(html).toMatch(
			/<h3[^>]*>Cases by year: 2,345 in 2019, the most recent year published(<!---->)?<\/h3>/
		);
		expect(html).toContain('data-note="gap"');
		expect(html).toContain('Counts reports, not events.');
		expect(html.match(/<svg[^>]*class="panel/g)).toHaveLength(1);
	});

	it('has the alt text on the picture, and no tab stop, role or tooltip that needs a script', () => {
		expect(html).toMatch(/role="img" aria-label="Line chart: Cases by year\. .*2021: withheld for privacy/);
		expect(html).not.toContain('role="application"');
		expect(html).not.toContain('tooltip');
		expect(html).not.toMatch(/ style="/);
	});

	it('has a table with the same figures, source and confidence', () => {
		expect(cells(html)).toEqual([
			...['Year', 'Figure', 'Counts', 'Source', 'Confidence'],
			...['2018', '1,234', 'cases', 'Publisher 2024', 'A'],
			...['2019', '2,345', 'cases', 'Publisher 2024', 'A'],
			...['2021', '[c] withheld for privacy', 'cases', 'Publisher 2024', 'A']
		]);
		expect(html).toMatch(/<th scope="row"/);
		expect(html).toContain('<caption>Cases by year. 3 figures.</caption>');
	});

	it('cites its sources with a link, the version and the day', () => {
		expect(html).toContain('<a href="https://example.org/one" rel="noreferrer">Report one</a>');
		expect(html).toContain('Data version 1.2.3, as of March 31, 2026.');
	});

	it('says quietly why years are not added, and marks no breakdown where there is none', () => {
		expect(html).toContain('Years are not added up: a case can be in two years.');
		expect(html).not.toContain('non-cumulative');
	});

	it('shows the answer it is given, who gave it, and numbers in the language asked for', () => {
		const answer = viewOf({ figures: [[2018, 'all', 5678]] }).answer;
		const props = {
			view: viewOf({ figures }),
			answer,
			answeredBy: 'duckdb' as const,
			locale: 'de-DE',
			headingLevel: 2 as const
		};
		const other = render(Chart, { props }).body;
		expect(other).toContain('data-answered-by="duckdb"');
		expect(other).toMatch(/<h2[^>]*>Cases by year: 5\.678 in 2018/);
		expect(other).not.toContain('1.234');
	});

	it('says calmly that there is nothing, without an empty plot', () => {
		const empty = render(Chart, { props: { view: viewOf({ figures: [] }) } }).body;
		expect(empty).toContain('That does not mean zero.');
		expect(empty).not.toContain('<svg');
	});

	it('opens the table on request', () => {
		expect(html).not.toMatch(/<details[^>]*class="table"[^>]* open/);
		const open = render(Chart, { props: { view: viewOf({ figures }), open: true } }).body;
		expect(open).toMatch(/<details[^>]*class="table"[^>]* open/);
	});

	it('names its panels, and describes all of them once', () => {
		const view = viewOf({
			figures: [
				[2020, 'red', 40],
				[2020, 'green', 20],
				[2021, 'red', 80]
			],
			additivity: NOT_ADDITIVE,
			spec: { mark: 'bar', x: 'kind', facet: 'year' },
			query: { dimensions: ['kind', 'year'] }
		});
		const several = render(Chart, { props: { view } }).body;
		expect(several).toContain('aria-label="Cases by year: 2020"');
		expect(several).toContain('aria-label="Cases by year: 2021"');
		expect(several).toMatch(/data-note="non-cumulative">.*Non-cumulative\. /);
		expect(several.match(/2 panels, one for each: 2020 and 2021\./g)).toHaveLength(1);
	});
});
