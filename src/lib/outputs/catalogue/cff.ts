import { creatorsOf, localized, webAddress } from '../../package/index.ts';
import { m } from '../../words/index.ts';
import type { Catalogued } from './types.ts';

/** A text as YAML has it in double quotes, which is how JSON has it. */
const quoted = (text: string) => JSON.stringify(text);

/** Licences of which the format knows the name, by the address of their text. */
const KNOWN: [RegExp, string][] = [
	[/creativecommons\.org\/licenses\/by\/4\.0/, 'CC-BY-4.0'],
	[/creativecommons\.org\/licenses\/by-sa\/4\.0/, 'CC-BY-SA-4.0'],
	[/creativecommons\.org\/publicdomain\/zero\/1\.0/, 'CC0-1.0']
];

/** The text of a `CITATION.cff`, version 1.2.0, in the language of this build. */
export function citationFile({ package: pkg, released, address, root }: Catalogued): string {
	const terms = (pkg.licenses ?? []).flatMap(({ path }) => webAddress(path) ?? []).at(0);
	const license = KNOWN.find(([pattern]) => terms && pattern.test(terms))?.[1];
	const lines = [
		'cff-version: 1.2.0',
		`message: ${quoted(m.releases_cite_message())}`,
		'type: dataset',
		`title: ${quoted(localized(pkg.title))}`,
		`abstract: ${quoted([pkg.description, pkg.limits].map((text) => localized(text)).join(' '))}`,
		'authors:',
		...creatorsOf(pkg).flatMap(({ title, path }) => [
			`  - name: ${quoted(localized(title))}`,
			...(path ? [`    website: ${quoted(path)}`] : [])
		]),
		`version: ${quoted(pkg.version)}`,
		...(released ? [`date-released: ${quoted(released)}`] : []),
		`url: ${quoted(`${address}/data`)}`,
		`repository-artifact: ${quoted(`${root}/data/all.zip`)}`,
		...(pkg.keywords?.length ? ['keywords:', ...pkg.keywords.map((word) => `  - ${quoted(word)}`)] : []),
		...(license ? [`license: ${license}`] : terms ? [`license-url: ${quoted(terms)}`] : [])
	];
	return `${lines.join('\n')}\n`;
}
