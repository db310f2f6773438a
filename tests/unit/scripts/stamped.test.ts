import { describe, expect, it } from 'vitest';
import { stamped } from '../../../scripts/data/release.ts';

describe('the version of a descriptor', () => {
	it('is written whatever the spaces are, and no other one is', () => {
		const parts = { resources: [{ name: 'a', version: '1.0.0' }], version: '1.0.0' };
		for (const indent of [undefined, 2, '\t']) {
			const text = JSON.stringify(parts, null, indent);
			expect(JSON.parse(stamped(text, '1.0.0', '1.1.0'))).toEqual({ ...parts, version: '1.1.0' });
		}
	});

	it('is said to be missing where it is', () => {
		expect(() => stamped('{"name":"a"}', '1.0.0', '1.1.0')).toThrow('write 1.1.0 there by hand');
	});
});
