import { describe, expect, it } from 'vitest';
import { composeImage } from '../../../../src/lib/outputs/image/index.ts';
import { NOT_ADDITIVE, breakAt, contextOf, type Figure, type Fixture } from '../../charts/fixture.ts';
import { collisions, textBoxes } from './boxes.ts';

const ADDRESS = 'https://figures.example.org/charts/test';

function picture(
	fixture: Fixture,
	form: 'wide' | 'square' = 'wide',
	theme: 'light' | 'dark' = 'light'
): string {
	return composeImage(contextOf(fixture), { form, theme, address: ADDRESS });
}

const words = (svg: string) =>
	textBoxes(svg)
		.map((box) => box.text)
		.join(' ');

const byYear: Figure[] = [
	[2018, 'all', 1234],
	[2019, 'all', 2345],
	[2021, 'all', 3456]
];

const byKind: Fixture = {
	figures: [
		[2020, 'red', 50],
		[2020, 'green', 30],
		[2020, 'unknown', 20]
	],
	spec: { mark: 'bar', x: 'kind' },
	query: { dimensions: ['kind'], filters: { year: ['2020'] } },
	additivity: NOT_ADDITIVE
};

describe('a picture', () => {
	const svg = picture({ figures: byYear });

	it('stands alone: nothing from outside, no variables, no HTML', () => {
		expect(svg.match(/https?:\/\/[^<"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
		expect(svg).not.toMatch(/foreignObject|var\(|href|<style|<script|@import/);
	});

	it('says what is seen, what is counted, the limits, the source, version, day, publisher and address', () => {
		expect(words(svg)).toBe(
			'Cases by year: 3,456 in 2021, the most recent year published ' +
				'Cases by year. 2018–2021. Counted: cases (narrow). Test line. Gathered by March 31, 2026. ' +
				'Limits. Counts reports, not events. ' +
				'Gap. 2020: no figure in these data for what is shown here. A gap is not a zero. ' +
				'Source: Report one, Publisher, 2024-02-01 (A). ' +
				'Test data. Publisher. ' +
				'Data version 1.2.3, as of March 31, 2026. figures.example.org/charts/test ' +
				'0 1,000 2,000 3,000 4,000 2018 2019 2020 2021 no figure 3,456'
		);
	});

	it('has the headline as its name and the alt text as its description', () => {
		expect(svg).toContain('<title id="title">Cases by year: 3,456 in 2021');
		expect(svg).toContain('<desc id="description">Line chart: Cases by year.');
	});

	it('has the sizes of its forms and the ground of its theme', () => {
		expect(svg).toMatch(/^<svg [^>]*width="1200" height="675"/);
		expect(picture(byKind, 'square')).toMatch(/^<svg [^>]*width="1080" height="1080"/);
		expect(svg).toContain('<rect width="100%" height="100%" fill="#fdfbf6"/>');
		expect(picture({ figures: byYear }, 'wide', 'dark')).toContain('fill="#16181b"');
	});

	it('draws no line over a gap', () => {
		expect(svg.match(/<path d="M[^"]*L[^"]*" fill="none" stroke="#12436d"/g)).toHaveLength(1);
	});

	it('keeps markup of a title as text', () => {
		const evil = '</text><script>alert(1)</script>&<!--"\u0007';
		const own = picture({ figures: byYear, spec: { title: evil } });
		expect(own).not.toContain('<script');
		expect(own).not.toContain('\u0007');
		expect(words(own)).toContain('</text><script>alert(1)</script>&<!--"');
	});
});

describe('what must not be lost', () => {
	it('is that groups overlap', () => {
		expect(words(picture(byKind))).toContain('Non-cumulative. These groups must not be added up.');
		expect(words(picture({ figures: byYear }))).not.toContain('Non-cumulative');
	});

	it('is what a hatch means, and that withheld is not low', () => {
		const figures: Figure[] = [...byYear, [2022, 'all', null, { status: '[c]' }]];
		const svg = picture({ figures });
		expect(words(svg)).toContain('Withheld for privacy [c]');
		expect(words(svg)).toContain('Withheld is not low.');
		expect(svg.match(/url\(#hatch\)/g)).toHaveLength(2);
		expect(svg).toContain('<pattern id="hatch"');
		expect(picture({ figures: byYear })).not.toContain('hatch');
	});

	it('is what hollow marks mean', () => {
		const svg = picture({ figures: byYear, superseded: [[2019, 'all', 2000]] });
		expect(words(svg)).toContain('Earlier or other published figure');
		expect(words(picture({ figures: byYear }))).not.toContain('Earlier or other');
	});

	it('is that figures are estimated or provisional', () => {
		const figures: Figure[] = [...byYear, [2022, 'all', 4000, { status: '[e]' }]];
		expect(words(picture({ figures }))).toContain(
			'Marked. Some of these figures are marked by their source: estimated [e].'
		);
	});

	it('is a break after which figures must not be compared', () => {
		const svg = picture({ figures: byYear, breaks: [breakAt('2019')] });
		expect(words(svg)).toContain(
			'Break, 2019. Changed in 2019. Figures before and after must not be compared.'
		);
	});
});

describe('a chart with more rows than fit', () => {
	const kinds = Array.from({ length: 90 }, (_, at) => `kind number ${at}`);
	const many: Fixture = {
		...byKind,
		figures: kinds.map((kind, at): Figure => [2020, kind, 100 + at])
	};

	it.each(['wide', 'square'] as const)('keeps the largest and counts the others (%s)', (form) => {
		const svg = picture(many, form);
		const drawn = textBoxes(svg).filter(({ text }) => /^kind number \d+$/.test(text));
		const left = /The largest rows are drawn; (\d+) more stand in the table/.exec(words(svg))?.[1];
		expect(drawn.length).toBeGreaterThan(15);
		expect(drawn[0]?.text).toBe('kind number 89');
		expect(Number(left)).toBe(90 - drawn.length);
	});

	it('sets its rows in columns that do not meet', () => {
		expect(collisions(textBoxes(picture(many)))).toEqual([]);
	});
});

describe('words that no design reckons with', () => {
	const endless = 'Donaudampfschifffahrtsgesellschaft'.repeat(3);
	const page = 'Every sentence of these notes must stand in the picture. '.repeat(60);

	it.each(['bar', 'dot'] as const)('leave no frame and meet no other words (%s)', (mark) => {
		const svg = picture({
			...byKind,
			figures: [
				[2020, endless, 50],
				[2020, `Отчёт ${endless}`, 30],
				[2020, '数据', 20]
			],
			spec: { mark, x: 'kind', title: endless }
		});
		const boxes = textBoxes(svg);
		expect(collisions(boxes)).toEqual([]);
		for (const box of boxes) expect(box.right).toBeLessThan(1161);
		expect(words(svg)).toContain('…');
	});

	it.each(['wide', 'square'] as const)('stand in small letters rather than not at all (%s)', (form) => {
		const svg = picture({ figures: byYear, breaks: [breakAt('2019', { text: page })] }, form);
		expect(words(svg).replace(/\s+/g, ' ')).toContain(page.trim());
		expect(collisions(textBoxes(svg))).toEqual([]);
	});
});

it('says in words that nothing is published', () => {
	expect(words(picture({ figures: [] }))).toContain('there is nothing to draw');
});

it('makes a small picture of marks alone', () => {
	const small = composeImage(contextOf(byKind), { form: 'small', address: ADDRESS });
	expect(small).toMatch(/^<svg [^>]*width="320" height="180" [^>]*aria-hidden="true"/);
	expect(small).not.toMatch(/<text|<title|<desc/);
	expect(small.match(/<rect x="[\d.]+" width="[\d.]+"[^>]*fill="#(12436d|b9501c|6b6963)"/g)).toHaveLength(3);
});
