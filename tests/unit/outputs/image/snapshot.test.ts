import { createRequire } from 'node:module';
import type { renderAsync as Render } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { composeImage } from '../../../../src/lib/outputs/image/index.ts';
import { NOT_ADDITIVE, breakAt, contextOf, type Figure, type Fixture } from '../../charts/fixture.ts';

const require = createRequire(import.meta.url);
const { renderAsync } = require('@resvg/resvg-js') as { renderAsync: typeof Render };

const KINDS: Figure[] = [2018, 2019, 2021].flatMap((year): Figure[] => [
	[year, 'all', 100 + (year - 2018) * 20],
	[year, 'red', 40 + (year - 2018) * 10],
	[year, 'green', 60 + (year - 2018) * 10]
]);

const CHARTS: Record<string, Fixture> = {
	line: {
		figures: [
			[2016, 'all', 1200],
			[2017, 'all', 1500],
			[2018, 'all', 1234],
			[2019, 'all', 2345, { status: '[e]' }],
			[2021, 'all', null, { status: '[c]' }],
			[2022, 'all', 3456]
		],
		breaks: [breakAt('2018')],
		superseded: [[2018, 'all', 1100]]
	},
	bars: {
		figures: [
			[2020, 'red', 50],
			[2020, 'green', null, { status: '[c]' }],
			[2020, 'unknown', 20]
		],
		spec: { mark: 'bar', x: 'kind' },
		query: { dimensions: ['kind'], filters: { year: ['2020'] } },
		additivity: NOT_ADDITIVE
	},
	columns: {
		figures: KINDS,
		spec: { mark: 'stacked-bar', series: ['kind'] },
		query: { dimensions: ['year', 'kind'], filters: { kind: ['red', 'green'] } }
	},
	panels: {
		figures: KINDS,
		spec: { facet: 'kind' },
		query: { dimensions: ['year', 'kind'], filters: { kind: ['red', 'green'] } }
	}
};

const draw = (fixture: Fixture, form: 'wide' | 'square') =>
	composeImage(contextOf(fixture), { form, address: 'https://figures.example.org/charts/test' });

/** One element a line, numbers rounded: what a person can compare. */
function asText(svg: string): string {
	return svg
		.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number))))
		.replace(/></g, '>\n<')
		.concat('\n');
}

const SHADES = ' .:-=+*#%@';

const FONTS = [
	'@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
	'@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
	'@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'
];

/** The picture as 100 columns of letters, darker ones for darker places: what is seen, not how it is written. */
async function asPicture(svg: string): Promise<string> {
	const { pixels, width, height } = await renderAsync(svg, {
		fitTo: { mode: 'width', value: 100 },
		font: { fontFiles: FONTS.map((file) => require.resolve(file)), loadSystemFonts: false }
	});
	const rows = Array.from({ length: height }, (_, y) =>
		Array.from({ length: width }, (_, x) => {
			const at = 4 * (y * width + x);
			const light = ((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) / 765;
			return SHADES[Math.max(0, Math.min(SHADES.length - 1, Math.floor((0.98 - light) * 2 * SHADES.length)))];
		})
			.join('')
			.trimEnd()
	);
	return `${rows.join('\n')}\n`;
}

describe('pictures stay as they were looked at', () => {
	for (const [name, fixture] of Object.entries(CHARTS)) {
		for (const form of ['wide', 'square'] as const) {
			it(`${name}, ${form}`, async () => {
				const svg = draw(fixture, form);
				await expect(asText(svg)).toMatchFileSnapshot(`snapshots/${name}-${form}.svg.txt`);
				await expect(await asPicture(svg)).toMatchFileSnapshot(`snapshots/${name}-${form}.txt`);
			});
		}
	}
});
