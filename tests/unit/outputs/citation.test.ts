import { describe, expect, it } from 'vitest';
import { bibtex, citation } from '../../../src/lib/outputs/citation.ts';
import { viewOf } from '../charts/fixture.ts';

const view = viewOf({ figures: [[2018, 'all', 10]] });
const ADDRESS = 'https://example.org/charts/test';

describe('a citation', () => {
	it('names publisher, year, title, site, version, day and address', () => {
		expect(citation(view, ADDRESS)).toBe(
			'Publisher (2026). Cases by year (Test line) [Chart]. Test data, data version 1.2.3, as of March 31, 2026. ' +
				ADDRESS
		);
	});

	it('says that it is frozen', () => {
		const address = 'https://example.org/embed/v1.2.3/test';
		expect(citation(view, address, { frozen: true })).toContain('[Chart, frozen at this version]');
		expect(citation(view, address, { frozen: true })).toContain(address);
		expect(bibtex(view, address, { frozen: true })).toContain('frozen at this version');
		expect(bibtex(view, address)).not.toContain('frozen');
	});
});

describe('a BibTeX entry', () => {
	it('has the same in fields', () => {
		expect(bibtex(view, ADDRESS)).toBe(
			[
				'@misc{test-1.2.3,',
				'  author = {{Publisher}},',
				'  title = {{Cases by year (Test line)}},',
				'  howpublished = {Chart in: Test data},',
				'  year = {2026},',
				'  note = {Data version 1.2.3, as of March 31, 2026},',
				`  url = {${ADDRESS}}`,
				'}',
				''
			].join('\n')
		);
	});

	it('escapes what TeX would read', () => {
		const odd = { ...view, package: { ...view.package, title: 'A & B: 100% {x} #1 \\ a_b ~ ^' } };
		expect(bibtex(odd, 'https://example.org/a{b}')).toContain(
			'A \\& B: 100\\% \\{x\\} \\#1 \\textbackslash{} a\\_b \\textasciitilde{} \\textasciicircum{}'
		);
		expect(bibtex(odd, 'https://example.org/a{b}')).toContain('url = {https://example.org/a%7Bb%7D}');
	});
});
