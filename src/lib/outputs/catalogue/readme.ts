import { localized } from '../../package/index.ts';
import { m } from '../../words/index.ts';
import { formatDay } from '../../words/numbers.ts';
import { termsOf } from './facts.ts';
import type { Catalogued } from './types.ts';

const WIDTH = 78;

/** A text in lines that a plain editor shows whole. */
function wrapped(text: string): string {
	const lines: string[] = [''];
	for (const word of text.split(/\s+/)) {
		const line = lines.at(-1) ?? '';
		if (line && line.length + 1 + word.length > WIDTH) lines.push(word);
		else lines[lines.length - 1] = line ? `${line} ${word}` : word;
	}
	return lines.join('\n');
}

function part(heading: string, texts: string[]): string {
	return [heading, '-'.repeat(heading.length), '', ...texts.map((text) => `${wrapped(text)}\n`)].join('\n');
}

/** How to cite a package, in a sentence. */
export function packageCitation({ package: pkg, address }: Catalogued): string {
	return m.releases_cite({
		publisher: localized(pkg.publisher).replace(/\.$/, ''),
		year: pkg.asOf.slice(0, 4),
		title: localized(pkg.title).replace(/\.$/, ''),
		version: pkg.version,
		asOf: formatDay(pkg.asOf),
		address: `${address}/data`
	});
}

/** The text that goes with the files of a package: what they are, what they cannot say, terms, and how to cite them. */
export function packageReadme(catalogued: Catalogued): string {
	const { package: pkg, root } = catalogued;
	const title = localized(pkg.title);
	const version = m.releases_readme_version({
		version: pkg.version,
		asOf: formatDay(pkg.asOf),
		publisher: localized(pkg.publisher)
	});
	const terms = termsOf(pkg, root).map(({ title: name, url }) => (url ? `${name}: ${url}` : name));
	return [
		title,
		'='.repeat(title.length),
		'',
		part(m.releases_readme_what(), [localized(pkg.description), version]),
		part(
			m.releases_readme_limits(),
			[pkg.limits, ...(pkg.cannotSay ?? [])].map((text) => localized(text))
		),
		part(m.releases_readme_files(), [
			m.releases_readme_descriptor(),
			m.releases_readme_tables(),
			m.releases_readme_markers(),
			m.releases_readme_checksums(),
			...pkg.resources.map(({ name, title: of }) => m.releases_readme_table({ name, title: localized(of) }))
		]),
		part(m.releases_readme_license(), terms.length ? terms : [m.releases_readme_no_license()]),
		part(m.releases_readme_cite(), [packageCitation(catalogued)])
	].join('\n');
}
