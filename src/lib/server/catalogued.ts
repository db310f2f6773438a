import { citationFile } from '../outputs/catalogue/cff.ts';
import { dcatCatalog } from '../outputs/catalogue/dcat.ts';
import type { Catalogued } from '../outputs/catalogue/types.ts';
import { LANGUAGE, LANGUAGE_PATH } from '../words/language.ts';
import { readChangelog } from './releases/log.ts';
import { loadPackage, packageFolder } from './package.ts';
import { rootAddress, siteAddress } from './site.ts';

/** The package that is built, as catalogues list it. */
export async function catalogued(): Promise<Catalogued> {
	const { package: pkg, tables, files } = await loadPackage();
	const { entries } = await readChangelog(packageFolder());
	const released = entries.find(({ version }) => version === pkg.version)?.date;
	return {
		package: pkg,
		...(released ? { released } : {}),
		tables,
		address: siteAddress(),
		root: rootAddress(),
		language: LANGUAGE,
		sizes: Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, bytes.byteLength]))
	};
}

/** The files at the address of the site itself by name; none in a language that is not the main one. */
export async function rootFiles(): Promise<Map<string, { text: string; type: string }>> {
	if (LANGUAGE_PATH) return new Map();
	const all = await catalogued();
	const catalog = dcatCatalog(all);
	return new Map([
		['CITATION.cff', { text: citationFile(all), type: 'application/yaml; charset=utf-8' }],
		...(catalog
			? [
					[
						'data.json',
						{ text: `${JSON.stringify(catalog, null, '\t')}\n`, type: 'application/json; charset=utf-8' }
					] as const
				]
			: [])
	]);
}
