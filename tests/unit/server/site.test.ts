import { afterEach, describe, expect, it, vi } from 'vitest';
import { isAddressConfigured, siteAddress } from '../../../src/lib/server/site.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the address of the published site', () => {
	it.each([
		['https://example.org/stats/', undefined, 'https://example.org/stats', true],
		['https://example.org', undefined, 'https://example.org', true],
		['https://example.org/stats', '/stats', 'https://example.org/stats', true],
		[undefined, '/stats', 'http://localhost:4173/stats', false],
		['', '', 'http://localhost:4173', false],
		[undefined, undefined, 'http://localhost:4173', false]
	])('of SITE_ADDRESS %j and BASE_PATH %j is %s', (address, base, expected, configured) => {
		vi.stubEnv('SITE_ADDRESS', address);
		vi.stubEnv('BASE_PATH', base);
		expect(siteAddress()).toBe(expected);
		expect(isAddressConfigured()).toBe(configured);
	});
});
