import fs from 'node:fs';
import { expect, it } from 'vitest';
import { noteDefinitions } from '../../../src/lib/package/index.ts';
import { absentPages } from '../../../src/lib/server/absentPages.ts';
import { shownPages } from '../../../src/lib/server/charts.ts';
import { shortTerms } from '../../../src/lib/server/learn/glossary.ts';
import { learnText } from '../../../src/lib/server/learn/text.ts';
import { readFolder } from '../../../src/lib/server/package.ts';
import { specsOf } from '../../../src/lib/server/specs.ts';

const TEXTS = 'src/lib/words/prose/en/learn';
const read = (name: string) => fs.readFileSync(`${TEXTS}/${name}.md`, 'utf8');

/** The pages that a package lacks, and the text of a topic on its site. */
async function siteOf(folder: string) {
	const { package: pkg } = await readFolder(folder);
	const absent = absentPages(pkg, shownPages(pkg, specsOf(pkg)));
	const html = (topic: string) => {
		const targets = { terms: shortTerms(read('glossary'), pkg), absent };
		const { start, sections } = learnText(read(topic), noteDefinitions(read('sources')), targets);
		return [start, ...sections.map((section) => section.html)].join('');
	};
	return { absent, html };
}

it('a text leads to a page of charts where the package has it, and names it where it has not', async () => {
	const full = await siteOf('data');
	expect([...full.absent]).toEqual([]);
	expect(full.html('risk')).toContain('href="/people"');

	const small = await siteOf('tests/fixtures/other-line');
	for (const page of ['/people', '/places', '/revisions', '/learn/law']) expect(small.absent).toContain(page);
	for (const page of ['/', '/trends', '/channels']) expect(small.absent).not.toContain(page);
	expect(small.html('risk')).toContain('figures on people cannot');
	for (const file of fs.readdirSync(TEXTS).filter((name) => !/^(check|sources)/.test(name))) {
		for (const [, path] of small.html(file.replace('.md', '')).matchAll(/ href="(\/[^"#]*)/g)) {
			expect(small.absent).not.toContain(path);
		}
	}
});
