import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../../src/lib/package/version.ts';

describe('compareVersions', () => {
	it('orders by number, not by letter', () => {
		const sorted = ['1.10.0', '2.0.0', '1.9.0', '1.9.10', '0.30.0', '1.9.2'].sort(compareVersions);
		expect(sorted).toEqual(['0.30.0', '1.9.0', '1.9.2', '1.9.10', '1.10.0', '2.0.0']);
		expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
	});
});
