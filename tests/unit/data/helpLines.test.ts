import { describe, expect, it } from 'vitest';
import { folderFiles } from '../../../src/lib/package/folder.ts';
import { readPackage } from '../../../src/lib/package/index.ts';

describe('the default package', async () => {
	const { helpLines, faults, package: pkg } = await readPackage(folderFiles('data'));

	it('has help lines with a source, in every language of the site', () => {
		expect(faults).toEqual([]);
		for (const line of helpLines) {
			expect(line.source, JSON.stringify(line.name)).toMatch(/^https:/);
			for (const text of [line.name, line.hours, line.languages, line.for]) {
				if (text !== undefined) expect(Object.keys(text), JSON.stringify(text)).toEqual(['en', 'es']);
			}
		}
		expect(pkg?.exit?.url).toMatch(/^https:\/\/[^?#]+$/);
	});

	it('has an emergency number and a line against trafficking for every country', () => {
		for (const country of ['US', 'CA', 'MX', 'GB']) {
			const kinds = helpLines.filter((line) => line.country === country).map(({ kind }) => kind);
			expect(kinds, country).toEqual(expect.arrayContaining(['emergency', 'trafficking']));
		}
	});

	it('has the lines of the United States', () => {
		const lines = helpLines.filter(({ country }) => country === 'US');
		expect(lines.flatMap(({ phone, text, tty }) => [phone, text, tty].filter(Boolean))).toEqual([
			...['911', '1-888-373-7888', '233733', '711', '1-855-484-2846', '1-855-484-2846', '1-800-843-5678']
		]);
		expect(lines.map(({ url }) => url)).toContain('https://report.cybertip.org');
	});
});
