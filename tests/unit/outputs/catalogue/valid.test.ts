import { parquetReadObjects } from 'hyparquet';
import { load } from 'js-yaml';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { atomFeed } from '../../../../src/lib/outputs/catalogue/atom.ts';
import { citationFile } from '../../../../src/lib/outputs/catalogue/cff.ts';
import { dcatCatalog } from '../../../../src/lib/outputs/catalogue/dcat.ts';
import { packageJsonLd, scriptJson, tableJsonLd } from '../../../../src/lib/outputs/catalogue/jsonLd.ts';
import type { Catalogued } from '../../../../src/lib/outputs/catalogue/types.ts';
import { catalogued } from '../../../../src/lib/server/catalogued.ts';
import { sha256 } from '../../../../src/lib/server/releases/checksums.ts';
import {
	latestFiles,
	publishedDescriptor,
	wholeArchive
} from '../../../../src/lib/server/releases/latest.ts';
import { loadPackage } from '../../../../src/lib/server/package.ts';
import { filesOf, description, SOUND } from '../../package/sample.ts';
import { readDescriptor, readPackage } from '../../../../src/lib/package/index.ts';
import { schemaFaults, unknownProperties } from './schemas.ts';

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const contact = { title: 'Data desk', email: 'data@example.org', roles: ['contact'] };

/** The sample, which names neither terms nor anybody. */
async function bare(): Promise<Catalogued> {
	const { package: pkg, tables } = await readPackage(filesOf(SOUND));
	if (!pkg) throw new Error('The sample is not sound.');
	const root = 'https://example.org/line';
	return { package: pkg, tables, address: `${root}/es`, root, language: 'en', sizes: { forms: 10 } };
}

describe('the descriptor', () => {
	it('is a Data Package of version 2, and reads as the one that is edited', async () => {
		const published = JSON.parse(text(await publishedDescriptor())) as Record<string, unknown>;
		expect(schemaFaults('datapackage-2.0', published)).toEqual([]);
		expect(schemaFaults('datapackage-2.0', { ...published, title: { en: 'A' } })).toEqual([
			'/title must be string'
		]);
		const { package: read } = readDescriptor(JSON.stringify(published));
		const { published: edited } = await loadPackage();
		expect(read?.resources[0]?.title).toEqual(edited.resources[0]?.title);
		expect(read?.resources[0]?.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
	});

	it('names contributors, with faults where they are odd', () => {
		const odd = { ...description(), contributors: [{ title: 'A', email: 'nobody' }], keywords: [1] };
		expect(readDescriptor(JSON.stringify(odd)).faults.map(({ column }) => column)).toEqual([
			'contributors[0].email',
			'keywords[0]'
		]);
	});
});

describe('descriptions for catalogues', () => {
	it('of each table are valid schema.org, with what search engines recommend', async () => {
		const all = await catalogued();
		for (const resource of all.package.resources) {
			const json = tableJsonLd({ ...all, resource });
			expect([resource.name, schemaFaults('dataset-jsonld', json)]).toEqual([resource.name, []]);
			expect(json).toHaveProperty('license');
		}
		const national = all.package.resources.find(({ name }) => name === 'national_by_year');
		expect(national && tableJsonLd({ ...all, resource: national })).toMatchObject({
			temporalCoverage: expect.stringMatching(/^20\d\d\/20\d\d$/) as string,
			spatialCoverage: { name: 'United States' },
			version: all.package.version
		});
		expect(schemaFaults('dataset-jsonld', packageJsonLd(all))).toEqual([]);
		expect(schemaFaults('dataset-jsonld', { ...packageJsonLd(all), description: 'Short.' })).toHaveLength(1);
	});

	it('cannot end the element in which they stand', () => {
		const json = scriptJson({ name: '</script><!--\u2028' });
		expect(json).not.toMatch(/[<\u2028]/);
		expect(JSON.parse(json)).toEqual({ name: '</script><!--\u2028' });
	});

	it('stay valid where a package says neither terms nor contact', async () => {
		const all = await bare();
		for (const resource of all.package.resources) {
			expect(schemaFaults('dataset-jsonld', tableJsonLd({ ...all, resource }))).toEqual([]);
		}
		expect(schemaFaults('cff-1.2.0', load(citationFile(all)))).toEqual([]);
		expect(dcatCatalog(all)).toBeUndefined();
	});

	it('are valid DCAT-US 3 where somebody can be asked', async () => {
		for (const all of [await bare(), await catalogued()]) {
			const catalog = dcatCatalog({ ...all, package: { ...all.package, contributors: [contact] } });
			expect(schemaFaults('dcat-us-3', catalog)).toEqual([]);
			expect(unknownProperties('dcat-us-3', catalog)).toEqual(['Catalog @context']);
			expect(catalog).toHaveProperty('dataset.0.contactPoint.hasEmail', 'mailto:data@example.org');
		}
	});

	it('say in DCAT-US 3 what each table is about, and are refused with less than a title', async () => {
		const all = await catalogued();
		const catalog = dcatCatalog({ ...all, package: { ...all.package, contributors: [contact] } });
		expect(catalog?.dataset).toContainEqual(
			expect.objectContaining({
				landingPage: expect.objectContaining({
					accessURL: `${all.address}/data/national_by_year`
				}) as unknown,
				temporal: [expect.objectContaining({ startDate: expect.stringMatching(/^20\d\d$/) as string })],
				spatial: { '@type': 'Location', prefLabel: 'United States' },
				modified: all.released
			})
		);
		expect(schemaFaults('dcat-us-3', { ...catalog, dataset: [{}] })).not.toEqual([]);
		expect(unknownProperties('dcat-us-3', { '@type': 'Kind', mail: 'a@b' })).toEqual(['Kind mail']);
	});

	it('are a valid CITATION.cff, whatever the texts hold', async () => {
		const all = await catalogued();
		expect(schemaFaults('cff-1.2.0', load(citationFile(all)))).toEqual([]);
		const day = { released: '2024-05-06' };
		expect(load(citationFile({ ...all, ...day }))).toMatchObject({ 'date-released': '2024-05-06' });
		expect(all.released).toMatch(/^\d{4}-\d\d-\d\d$/);
		const { released: _, ...unreleased } = all;
		expect(citationFile(unreleased)).not.toContain('date-released');
		const title = 'A: "b" #\n- c';
		const odd = load(citationFile({ ...all, package: { ...all.package, title, contributors: [contact] } }));
		expect(odd).toMatchObject({ title, type: 'dataset', version: all.package.version });
	});
});

describe('files beside each table', () => {
	it('are valid CSVW, whose columns are those of the CSV', async () => {
		const files = await latestFiles();
		const names = [...files.keys()].filter((name) => name.endsWith('.csv-metadata.json'));
		expect(names.length).toBeGreaterThan(20);
		for (const name of names) {
			const json = JSON.parse(text(files.get(name))) as {
				url: string;
				tableSchema: { columns: { name: string }[]; primaryKey?: string[] };
			};
			expect([name, schemaFaults('csvw-table', json)]).toEqual([name, []]);
			const columns = json.tableSchema.columns.map((column) => column.name);
			expect(text(files.get(json.url)).split(/\r?\n/, 1)[0]).toBe(columns.join(','));
			expect(json.tableSchema.primaryKey?.every((field) => columns.includes(field)) ?? true).toBe(true);
		}
	});

	it('are Parquet with types, and with the status right behind each figure', async () => {
		const { tables } = await loadPackage();
		const files = await latestFiles();
		const bytes = files.get('national_by_year.parquet');
		const rows = await parquetReadObjects({ file: new Uint8Array(bytes ?? []).buffer });
		const table = tables['national_by_year'];
		expect(rows).toHaveLength(table?.rows.length ?? 0);
		expect(Object.keys(rows[0] ?? {}).join()).toContain('value,status');
		expect(typeof rows[0]?.['year']).toBe('bigint');
		expect(rows.map((row) => (row['value'] === null ? null : Number(row['value'])))).toEqual(
			table?.rows.map((row) => row['value'])
		);
	});

	it('have true checksums', async () => {
		const files = await latestFiles();
		const lines = text(files.get('SHA256SUMS.txt')).trimEnd().split('\n');
		expect(lines).toHaveLength(files.size - 1);
		for (const line of lines) {
			const [sum, name = ''] = line.split('  ');
			expect(sum).toBe(sha256(files.get(name) ?? ''));
		}
	});
});

describe('the archive', () => {
	it('has the same bytes each time, and is a package with a description and checksums', async () => {
		const [one, two] = [await wholeArchive(), await wholeArchive()];
		expect(sha256(one)).toBe(sha256(two));
		const files = unzipSync(one);
		const [folder = ''] = Object.keys(files).map((name) => name.split('/')[0] ?? '');
		expect(Object.keys(files).every((name) => name.startsWith(`${folder}/`))).toBe(true);
		const readme = text(files[`${folder}/README.txt`]);
		const { package: pkg } = await loadPackage();
		expect(readme.replaceAll(/\s+/g, ' ')).toContain(String(pkg.limits));
		expect(readme).toContain(pkg.version);
		expect(text(files[`${folder}/SHA256SUMS.txt`])).toContain('README.txt');
		const inside = Object.fromEntries(
			Object.entries(files).map(([name, bytes]) => [name.slice(folder.length + 1), bytes])
		);
		const read = readDescriptor(text(inside['datapackage.json']));
		expect(read.faults).toEqual([]);
		for (const { path } of read.package?.resources ?? []) expect(inside).toHaveProperty([path]);
	});
});

describe('the feed', () => {
	it('has what Atom requires, and texts stay texts', () => {
		const entry = {
			title: 'A < B',
			date: '2026-01-02',
			id: 'https://x.org/a',
			address: 'https://x.org/a',
			summary: '& so'
		};
		const xml = atomFeed({
			title: 'T',
			author: 'P',
			language: 'en',
			self: 'https://x.org/f.xml',
			address: 'https://x.org/',
			entries: [entry]
		});
		expect(xml).toMatchInlineSnapshot(`
			"<?xml version="1.0" encoding="utf-8"?>
			<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>T</title>
			<id>https://x.org/f.xml</id>
			<updated>2026-01-02T00:00:00Z</updated>
			<author><name>P</name></author>
			<link rel="self" type="application/atom+xml" href="https://x.org/f.xml"/>
			<link rel="alternate" type="text/html" href="https://x.org/"/>
			<entry><title>A &lt; B</title>
			<id>https://x.org/a</id>
			<updated>2026-01-02T00:00:00Z</updated>
			<link rel="alternate" type="text/html" href="https://x.org/a"/>
			<summary>&amp; so</summary></entry></feed>
			"
		`);
	});
});
