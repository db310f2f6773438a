import { expect, test } from 'vitest';
import { embedAddress } from '../../../src/lib/embed/loaderAddress.ts';
import {
	embedAttributes,
	readEmbedOptions,
	type EmbedOptions
} from '../../../src/lib/outputs/embedOptions.ts';

const SITE = 'https://site.example/hotline/';

function address(id: string, attributes: Record<string, string> = {}): string | undefined {
	return embedAddress(SITE, id, (name) => attributes[name] ?? null);
}

test('a placeholder without options leads to the live embed, below the folder of the loader', () => {
	expect(address('calls-by-year')).toBe('https://site.example/hotline/embed/calls-by-year');
});

test('a version leads to the frozen embed', () => {
	expect(address('calls-by-year', { version: '1.0.0', theme: 'dark' })).toBe(
		'https://site.example/hotline/embed/v1.0.0/calls-by-year?theme=dark'
	);
});

test.each(['1', '1.0', 'v1.0.0', 'latest', '../..', '1.0.0/../..', '1.0.0?x'])(
	'a version that is none never becomes the live one: %s',
	(version) => {
		expect(address('calls-by-year', { version })).toBeUndefined();
	}
);

test.each([
	'',
	'-',
	'Calls',
	'calls--year',
	'calls/year',
	'..',
	'../admin',
	'calls?x=1',
	'calls#x',
	'calls by'
])('an ID that is none has no address: "%s"', (id) => {
	expect(address(id)).toBeUndefined();
});

test('the attributes that the site writes lead to the options that it meant', () => {
	const options: EmbedOptions = {
		theme: 'dark',
		transparent: true,
		untitled: true,
		numbers: 'de-DE',
		part: { from: '2015', to: '2020', series: ['calls|all', 'signals'] },
		filters: { place: 'CA', year: '2016' }
	};
	const { search } = new URL(address('calls-by-year', embedAttributes(options)) ?? '');
	expect(readEmbedOptions(search)).toEqual({ options, faults: [] });
});

test('any value arrives as it is written, and nothing of it ends the query', () => {
	const long = Array.from({ length: 300 }, (_, index) => `code_${index}`).join(',');
	const { searchParams, search, hash, pathname } = new URL(
		address('calls-by-year', {
			theme: '"><script>',
			years: '2015&theme=light#x',
			series: long,
			filter: 'age=%3C18&unit=<i>&year='
		}) ?? ''
	);
	expect([...searchParams]).toEqual([
		['age', '<18'],
		['unit', '<i>'],
		['theme', '"><script>'],
		['years', '2015&theme=light#x'],
		['series', long]
	]);
	expect(search).not.toMatch(/[<>"]/);
	expect(hash).toBe('');
	expect(pathname).toBe('/hotline/embed/calls-by-year');
});
