import { describe, expect, it } from 'vitest';
import { composeImage, type ImageForm } from '../../../../src/lib/outputs/image/index.ts';
import { mapContext, SHAPES, type MapFixture, type PlaceFigure } from '../../charts/mapFixture.ts';
import { collisions, textBoxes } from './boxes.ts';

const FIGURES: PlaceFigure[] = [
	['A', 1],
	['B', 5],
	['C', null, '[c]'],
	['D', 12, '[u]']
];
const FIXED = { classes: [{ figure: 'count' as const, limits: [2, 5, 10] }] };

function picture(fixture: Partial<MapFixture>, form: ImageForm = 'wide', theme: 'light' | 'dark' = 'light') {
	const context = mapContext({ figures: FIGURES, ...fixture, spec: { ...FIXED, ...fixture.spec } });
	return composeImage(context, { form, theme, address: 'https://figures.example.org/charts/test' });
}

const words = (svg: string) =>
	textBoxes(svg)
		.map((box) => box.text)
		.join(' ');

describe.each(['tile-map', 'map'] as const)('a picture of a %s', (mark) => {
	it.each(['wide', 'square'] as const)('has its key and letters, and none on another (%s)', (form) => {
		const svg = picture({ spec: { mark } }, form);
		expect(words(svg)).toContain('under 2 (1 state)');
		expect(words(svg)).toContain('2 to under 5 (0 states)');
		expect(words(svg)).toContain('Withheld for privacy [c] (1 state)');
		expect(words(svg)).toContain('not available (1 state)');
		expect(words(svg)).toContain('low reliability [u] (1 state)');
		expect(collisions(textBoxes(svg))).toEqual([]);
		expect(svg).not.toMatch(/var\(|href|NaN|undefined/);
	});

	it('has the class, hatch, dashes and dot of each place, in the colours of its theme', () => {
		const [light, dark] = [picture({ spec: { mark } }), picture({ spec: { mark } }, 'wide', 'dark')];
		// Once in the key, once on the map.
		for (const colour of ['#c7e8fd', '#1e6faa', '#032952']) {
			expect(light.split(`fill="${colour}"`)).toHaveLength(3);
		}
		expect(dark.split('fill="#243850"')).toHaveLength(3);
		expect(light.split('url(#hatch)')).toHaveLength(3);
		expect(light.split('stroke-dasharray="3 2.5"')).toHaveLength(3);
		expect(light.match(/<circle [^>]*r="2.5"/g)).toHaveLength(2);
	});

	it('has the same places in small, without words', () => {
		const svg = picture({ spec: { mark } }, 'small');
		expect(svg).not.toContain('<text');
		expect(svg).toContain('fill="#032952"');
		expect(svg).not.toMatch(/NaN|Infinity/);
	});
});

describe('what stands in words', () => {
	it('is the places that a map cannot show', () => {
		const { C: _, ...paths } = SHAPES.shapes?.paths ?? {};
		const shapes = { ...SHAPES, shapes: { width: 960, height: 480, paths } };
		expect(words(picture({ shapes, spec: { mark: 'map' } }))).toContain(
			'Not on the map: Cland (withheld for privacy).'
		);
	});

	it('is why there is a list', () => {
		const svg = picture({ figures: FIGURES.slice(0, 2) });
		expect(words(svg)).toContain('Only 2 of 5 states have a figure for 2020, so this is a list and no map.');
		expect(words(svg)).toContain('Aland');
	});
});

it('never ranks places that it has to leave out', () => {
	const places = Array.from({ length: 120 }, (_, at) => {
		const code = `P${String(at).padStart(3, '0')}`;
		return { code, name: `Place ${code}`, mark: code };
	});
	const figures = places.map(({ code }, at): PlaceFigure => [code, at + 1]);
	const svg = picture({ figures, shapes: { ...SHAPES, places, tiles: {}, isGeographic: false } });
	expect(words(svg)).toContain('It is not known where these places lie, so this is a list and no map.');
	expect(words(svg)).not.toContain('largest');
	expect(words(svg)).toMatch(/\d+ more rows stand in the table/);
	const drawn = textBoxes(svg).flatMap(({ text }) => (/^(?:Place )?P\d{3}$/.test(text) ? text : []));
	expect(drawn[0]).toMatch(/P000$/);
	expect(drawn).toEqual([...drawn].sort());
});
