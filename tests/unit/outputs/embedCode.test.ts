import { describe, expect, it } from 'vitest';
import * as codes from '../../../src/lib/outputs/embedCode.ts';

const CODE: codes.EmbedCode = {
	site: 'https://line.example/stats',
	id: 'cases-by-year',
	title: 'Cases by year',
	alt: 'Chart: Cases by year.',
	limits: 'Counts reports.',
	link: 'Data and notes',
	height: 620,
	options: {}
};
const ALL = {
	picture: codes.pictureCode,
	frame: codes.frameCode,
	placeholder: codes.placeholderCode,
	element: codes.elementCode
};

describe('codes to paste', () => {
	it('are what a person pastes', () => {
		expect(
			Object.values(ALL)
				.map((write) => write(CODE))
				.join('\n\n')
		).toMatchInlineSnapshot(`
			"<figure style="margin:1em 0">
			  <a href="https://line.example/stats/charts/cases-by-year"><img src="https://line.example/stats/charts/cases-by-year.png" alt="Chart: Cases by year." width="1200" height="675" style="max-width:100%;height:auto"></a>
			  <figcaption>Cases by year. Counts reports. <a href="https://line.example/stats/charts/cases-by-year">Data and notes</a></figcaption>
			</figure>

			<figure style="margin:1em 0">
			  <iframe src="https://line.example/stats/embed/cases-by-year" title="Cases by year" width="100%" height="620" loading="lazy" style="border:0" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>
			  <figcaption>Cases by year. Counts reports. <a href="https://line.example/stats/charts/cases-by-year">Data and notes</a></figcaption>
			</figure>

			<figure data-hotline-chart="cases-by-year" data-title-text="Cases by year" data-height="620" style="margin:1em 0">
			  <a href="https://line.example/stats/charts/cases-by-year"><img src="https://line.example/stats/charts/cases-by-year.png" alt="Chart: Cases by year." width="1200" height="675" style="max-width:100%;height:auto"></a>
			  <figcaption>Cases by year. Counts reports. <a href="https://line.example/stats/charts/cases-by-year">Data and notes</a></figcaption>
			</figure>
			<script async src="https://line.example/stats/embed.js"></script>

			<figure style="margin:1em 0">
			  <hotline-chart chart="cases-by-year" title-text="Cases by year" height="620">
			    <a href="https://line.example/stats/charts/cases-by-year"><img src="https://line.example/stats/charts/cases-by-year.png" alt="Chart: Cases by year." width="1200" height="675" style="max-width:100%;height:auto"></a>
			  </hotline-chart>
			  <figcaption>Cases by year. Counts reports. <a href="https://line.example/stats/charts/cases-by-year">Data and notes</a></figcaption>
			</figure>
			<script async src="https://line.example/stats/embed.js"></script>"
		`);
	});

	it('carry the options, the version and the filters', () => {
		const code: codes.EmbedCode = {
			...CODE,
			version: '1.2.0',
			options: { theme: 'dark', part: { from: '2015', to: '2020' }, filters: { place: 'new york' } }
		};
		expect(codes.embedAddress(code)).toBe(
			'https://line.example/stats/embed/v1.2.0/cases-by-year?place=new+york&years=2015-2020&theme=dark'
		);
		expect(codes.pageAddress(code)).toBe('https://line.example/stats/charts/cases-by-year?place=new+york');
		expect(codes.pictureAddress(code)).toBe('https://line.example/stats/embed/v1.2.0/cases-by-year.png');
		expect(codes.placeholderCode(code)).toContain(
			'data-version="1.2.0" data-years="2015-2020" data-theme="dark" data-filter="place=new+york"'
		);
		expect(codes.elementCode(code)).toContain('version="1.2.0" years="2015-2020" theme="dark"');
		expect(codes.frameCode(code)).toContain('?place=new+york&amp;years=2015-2020&amp;theme=dark"');
	});

	it('have no picture where it would show other figures than the frame', () => {
		const code = { ...CODE, options: { part: { from: '2015' } } };
		for (const write of [codes.pictureCode, codes.placeholderCode, codes.elementCode]) {
			expect(write(code)).not.toContain('<img');
			expect(write(code)).toContain(
				'<a href="https://line.example/stats/charts/cases-by-year">Cases by year</a>'
			);
		}
	});

	it('cite the figures that are chosen, not how they look', () => {
		const options = { theme: 'dark' as const, untitled: true, part: { from: '2015' } };
		expect(codes.citedAddress({ ...CODE, options })).toBe('https://line.example/stats/charts/cases-by-year');
		expect(codes.citedAddress({ ...CODE, options, version: '1.0.0' })).toBe(
			'https://line.example/stats/embed/v1.0.0/cases-by-year?years=2015-'
		);
	});

	it.each(Object.entries(ALL))('keep the text of strangers text: %s', (_, write) => {
		const hostile = '"><script>alert(1)</script><b x=\'';
		const written = write({ ...CODE, title: hostile, alt: hostile, limits: hostile, link: hostile });
		expect(written).not.toContain('alert(1)</script><b');
		expect(written.match(/<script/g)?.length ?? 0).toBe(/embed\.js/.test(written) ? 1 : 0);
	});

	it.each(['picture', 'frame', 'placeholder', 'element'] as const)('never lose the limits: %s', (name) => {
		expect(ALL[name](CODE)).toContain(CODE.limits);
	});
});
