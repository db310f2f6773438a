import { afterEach, describe, expect, it, vi } from 'vitest';
import { basePath } from '../../../scripts/lib/site.mjs';
import { hashSources } from '../../../scripts/lib/stamp.mjs';

afterEach(() => vi.unstubAllEnvs());

function given(address: string, base = ''): () => string {
	vi.stubEnv('SITE_ADDRESS', address);
	vi.stubEnv('BASE_PATH', base);
	return basePath;
}

describe('the path below which the site is published', () => {
	it.each([
		['', '', ''],
		['', '/stats', '/stats'],
		['https://example.org', '', ''],
		['https://example.org/', '', ''],
		['https://example.org/a/stats/', '', '/a/stats'],
		['HTTPS://example.org:8080/v1.0_x~-/..stats', '', '/v1.0_x~-/..stats'],
		['https://example.org/stats', '/stats', '/stats']
	])('of SITE_ADDRESS "%s" and BASE_PATH "%s" is "%s"', (address, base, path) => {
		expect(given(address, base)()).toBe(path);
	});

	it.each([
		['example.org', '', 'give the whole address'],
		['ftp://example.org', '', 'give the whole address'],
		['https://example.org/?x=1', '', 'leave out what follows'],
		['', 'stats', 'BASE_PATH is "stats"'],
		['', '/stats/', 'without a slash at its end'],
		['', '/a/../b', 'BASE_PATH is "/a/../b"'],
		['https://example.org/our stats', '', 'its path with the letters A to Z'],
		['https://example.org/größen', '', 'its path with the letters A to Z'],
		['https://example.org/gr%C3%B6ssen', '', 'its path with the letters A to Z'],
		['https://example.org/a/../b', '', 'its path with the letters A to Z'],
		['https://example.org/.', '', 'its path with the letters A to Z'],
		['https://example.org//stats', '', 'its path with the letters A to Z'],
		[' https://example.org', '', 'its path with the letters A to Z'],
		['https:example.org', '', 'its path with the letters A to Z'],
		['https://example.org', '/stats', 'name two paths']
	])('of SITE_ADDRESS "%s" and BASE_PATH "%s" is refused', (address, base, sentence) => {
		expect(given(address, base)).toThrow(sentence);
	});

	it('makes the site anew where the address changed', () => {
		given('https://example.org');
		const before = hashSources();
		given('https://example.com');
		expect(hashSources()).not.toBe(before);
	});
});
