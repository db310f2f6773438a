import { zipArchive } from '../../outputs/catalogue/archive.ts';
import { citationFile } from '../../outputs/catalogue/cff.ts';
import { csvwMetadata } from '../../outputs/catalogue/csvw.ts';
import { packageReadme } from '../../outputs/catalogue/readme.ts';
import { textYears, wholeTable } from '../../outputs/catalogue/tableFile.ts';
import { fileParquet } from '../../outputs/files/fileParquet.ts';
import { asStandard, DESCRIPTOR } from '../../package/index.ts';
import { LANGUAGE_PATH } from '../../words/language.ts';
import { catalogued } from '../catalogued.ts';
import { checksumFile, sha256 } from './checksums.ts';
import { loadPackage } from '../package.ts';

/** The name of the file with the checksums of the others. */
export const CHECKSUMS = 'SHA256SUMS.txt';

const encode = (text: string) => new TextEncoder().encode(text);
const json = (value: unknown) => encode(`${JSON.stringify(value, null, '\t')}\n`);

/** The descriptor in the form of the Data Package standard, with the size and checksum of each table. */
export async function publishedDescriptor(): Promise<Uint8Array> {
	const { published, files } = await loadPackage();
	const resources = published.resources.map((resource) => {
		const bytes = files[resource.name];
		return bytes ? { ...resource, bytes: bytes.byteLength, hash: `sha256:${sha256(bytes)}` } : resource;
	});
	return json(asStandard({ ...published, resources }));
}

/** A file of a table besides its CSV; undefined where there is none, such as Parquet of a table without rows. */
export async function tableFile(name: string): Promise<Uint8Array | undefined> {
	const { package: pkg, published, tables } = await loadPackage();
	const [, table = '', ending] = /^(.+)\.(parquet|csv-metadata\.json)$/.exec(name) ?? [];
	const read = Object.hasOwn(tables, table) ? tables[table] : undefined;
	const resource = published.resources.find((each) => each.name === table);
	if (!read || !resource) return undefined;
	if (ending !== 'parquet') return json(csvwMetadata(published, resource, textYears(read)));
	if (!read.rows.length) return undefined;
	return new Uint8Array(await fileParquet(wholeTable(pkg, read.resource, read)));
}

/** The names of those files, in the order of the descriptor. */
export async function tableFileNames(): Promise<string[]> {
	const { package: pkg, tables } = await loadPackage();
	return pkg.resources.flatMap(({ name }) => [
		`${name}.csv-metadata.json`,
		...(tables[name]?.rows.length ? [`${name}.parquet`] : [])
	]);
}

async function makeFiles(): Promise<Map<string, Uint8Array>> {
	const { package: pkg, files, geometry } = await loadPackage();
	const all = new Map<string, Uint8Array>([[DESCRIPTOR, await publishedDescriptor()]]);
	for (const [name, bytes] of Object.entries(files)) all.set(`${name}.csv`, bytes);
	for (const name of await tableFileNames()) {
		const bytes = await tableFile(name);
		if (bytes) all.set(name, bytes);
	}
	if (geometry && pkg.places?.geometry) all.set(pkg.places.geometry.path, geometry);
	all.set(CHECKSUMS, encode(checksumFile(all)));
	return all;
}

let made: Promise<Map<string, Uint8Array>> | undefined;

/** Every file of the newest data by name, made once a build; the same in every language. */
export function latestFiles(): Promise<Map<string, Uint8Array>> {
	return (made ??= makeFiles());
}

/** The files that are given under `/data/latest/`: beside the main language alone. */
export async function latestNames(): Promise<string[]> {
	return LANGUAGE_PATH ? [] : [...(await latestFiles()).keys()];
}

/** Everything in one archive, with a description in the language of this build. */
export async function wholeArchive(): Promise<Uint8Array> {
	const all = await catalogued();
	const { package: pkg } = all;
	const files = new Map(await latestFiles());
	files.delete(CHECKSUMS);
	files.set('README.txt', encode(packageReadme(all)));
	files.set('CITATION.cff', encode(citationFile(all)));
	files.set(CHECKSUMS, encode(checksumFile(files)));
	return zipArchive(files, `${pkg.name.replaceAll(/[^\w.-]+/g, '-')}-${pkg.version}`);
}
