import { describe, expect, it } from 'vitest';
import { siteArguments } from '../../../scripts/lib/siteArguments.mjs';

const given = (line: string, env: Record<string, string> = {}) =>
	siteArguments(line.split(' ').filter(Boolean), env);

describe('what a build is told', () => {
	it('by arguments is what HOTLINE_DATA and SITE_ADDRESS say elsewhere', () => {
		expect(given('')).toEqual({});
		expect(given('my-data-public')).toEqual({ HOTLINE_DATA: 'my-data-public' });
		expect(given('--address https://example.org')).toEqual({ SITE_ADDRESS: 'https://example.org' });
		expect(given('my-data-public --address=https://example.org/stats', { SITE_ADDRESS: '' })).toEqual({
			HOTLINE_DATA: 'my-data-public',
			SITE_ADDRESS: 'https://example.org/stats'
		});
	});

	it('may be said twice, but not in two ways', () => {
		expect(given('here', { HOTLINE_DATA: 'here' })).toEqual({ HOTLINE_DATA: 'here' });
		expect(() => given('here', { HOTLINE_DATA: 'there' })).toThrow(
			'HOTLINE_DATA is "there", but the command names "here": give one of them.'
		);
	});

	it.each([
		['here there', 'Name one folder, not 2.'],
		['here --adress https://example.org', "Unknown option '--adress'"],
		['here --address', 'argument missing']
	])('"%s" is refused with the usage', (line, message) => {
		expect(() => given(line)).toThrow(message);
		expect(() => given(line)).toThrow('npm run build -- FOLDER');
	});
});
