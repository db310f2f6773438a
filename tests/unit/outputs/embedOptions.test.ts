import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	asksForFigures,
	embedAttributes,
	readEmbedOptions,
	THEMES,
	writeEmbedOptions,
	type EmbedOptions
} from '../../../src/lib/outputs/embedOptions.ts';
import { NUMBER_LOCALES } from '../../../src/lib/words/numbers.ts';

describe('options of an embed', () => {
	it('are read from an address', () => {
		const search =
			'?theme=dark&ground=transparent&title=off&numbers=de-DE&years=2015-2020&series=a,b&place=texas';
		expect(readEmbedOptions(search)).toEqual({
			options: {
				theme: 'dark',
				transparent: true,
				untitled: true,
				numbers: 'de-DE',
				part: { from: '2015', to: '2020', series: ['a', 'b'] },
				filters: { place: 'texas' }
			},
			faults: []
		});
	});

	it.each([
		['2015', { from: '2015', to: '2015' }],
		['2015-', { from: '2015' }],
		['-2020', { to: '2020' }],
		['2015-2020', { from: '2015', to: '2020' }]
	])('read the years %s', (years, part) => {
		expect(readEmbedOptions(`years=${years}`).options.part).toEqual(part);
	});

	it.each([
		['theme=pink', 'theme', 'unknown-value'],
		['title=on', 'title', 'unknown-value'],
		['ground=', 'ground', 'unknown-value'],
		['numbers=xx', 'numbers', 'unknown-value'],
		['years=-', 'years', 'unknown-value'],
		['years=20155', 'years', 'unknown-value'],
		['series=', 'series', 'unknown-value'],
		['years=2020-2015', 'years', 'turned-around'],
		['years=20152016', 'years', 'unknown-value'],
		['theme=dark&theme=light', 'theme', 'twice']
	])('leave %s out and say why', (search, name, why) => {
		const { options, faults } = readEmbedOptions(search);
		expect(options).toEqual({});
		expect(faults).toMatchObject([{ name, why }]);
	});

	it('take the same value given twice as given once', () => {
		expect(readEmbedOptions('theme=dark&theme=dark')).toEqual({ options: { theme: 'dark' }, faults: [] });
	});

	it('pay no heed to what other systems hang on an address', () => {
		const search =
			'utm_source=mail&fbclid=x&msclkid=1&ref=home&initialWidth=500&childId=c&parentUrl=https%3A%2F%2Fx.example';
		expect(readEmbedOptions(search)).toEqual({ options: {}, faults: [] });
		expect(asksForFigures(search)).toBe(false);
	});

	it('ask for other figures only where they change the figures', () => {
		expect(asksForFigures('?theme=dark&title=off&ground=transparent')).toBe(false);
		for (const search of ['years=2015', 'series=a', 'numbers=de-DE', 'place=x'])
			expect(asksForFigures(search)).toBe(true);
	});

	const year = fc.integer({ min: 1900, max: 2099 }).map(String);
	const word = fc.string({
		minLength: 1,
		unit: fc.constantFrom('a', 'Z', '_', '|', ',', '%', '2', 'C', '<', ' ', 'é')
	});
	const options: fc.Arbitrary<EmbedOptions> = fc
		.record(
			{
				theme: fc.constantFrom(...THEMES.filter((theme) => theme !== 'light')),
				transparent: fc.constant(true),
				untitled: fc.constant(true),
				numbers: fc.constantFrom(...NUMBER_LOCALES),
				part: fc
					.tuple(
						fc.option(fc.tuple(year, year), { nil: undefined }),
						fc.option(fc.uniqueArray(word, { minLength: 1, maxLength: 4 }), { nil: undefined })
					)
					.filter(([years, series]) => years !== undefined || series !== undefined)
					.map(([years, series]) => ({
						...(years ? { from: years.toSorted()[0] ?? '', to: years.toSorted()[1] ?? '' } : {}),
						...(series ? { series } : {})
					})),
				filters: fc.dictionary(fc.constantFrom('place', 'basis', 'unit'), fc.string({ minLength: 1 }), {
					minKeys: 1,
					noNullPrototype: true
				})
			},
			{ requiredKeys: [] }
		)
		.map((each) => each);

	it('come back from the address that they are written into', () => {
		fc.assert(
			fc.property(options, (given) => {
				const read = readEmbedOptions(writeEmbedOptions(given));
				expect(read).toEqual({ options: given, faults: [] });
			})
		);
	});

	it('never throw, whatever the address holds', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (search) => {
				readEmbedOptions(search);
				asksForFigures(search);
			})
		);
	});

	it('become attributes with the filters in one', () => {
		expect(
			embedAttributes({ theme: 'dark', part: { from: '2015' }, filters: { place: 'x', basis: 'y' } })
		).toEqual({ theme: 'dark', years: '2015-', filter: 'basis=y&place=x' });
	});
});
