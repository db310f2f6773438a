import { describe, expect, it } from 'vitest';
import { auditPackage, loadSolver, protectPackage } from '../../../src/lib/disclosure/index.ts';
import { readPackage, type DataPackage } from '../../../src/lib/package/index.ts';
import { description, filesOf } from '../package/sample.ts';

const PARTS = ['north,calls,[c]', 'north,texts,40', 'south,calls,50', 'south,texts,60'];

/** A table by region and kind whose only totals are those of both at once. */
async function grid(rows: readonly string[], kind: 'additive' | 'none' = 'additive') {
	const changed: DataPackage = description();
	const dimension = (name: string, parts: string[]) => ({
		name,
		type: 'string' as const,
		role: 'category' as const,
		categories: [
			...parts.map((value) => ({ value, label: value })),
			{ value: 'all', label: 'All', kind: 'total' as const }
		]
	});
	const [forms] = changed.resources;
	if (!forms) throw new Error('no table');
	forms.schema.fields.splice(
		1,
		1,
		dimension('region', ['north', 'south']),
		dimension('kind', ['calls', 'texts'])
	);
	forms.schema.primaryKey = ['year', 'region', 'kind'];
	forms.additivity = ['region', 'kind'].map((name) => ({
		dimension: name,
		additivity: kind,
		reason: 'Said.'
	}));
	changed.disclosure = { mode: 'protect', threshold: 11 };
	changed.resources = [forms, ...changed.resources.filter(({ name }) => name === 'sources')];
	delete changed.headline;
	delete changed.breaks;
	const csv = ['year,region,kind,value,source_id,note', ...rows.map((row) => `2016,${row},A,`), ''].join(
		'\n'
	);
	const files = { 'forms.csv': csv, 'sources.csv': 'source_id,title\nA,First\n' };
	const { package: pkg, tables, faults } = await readPackage(filesOf(files, changed));
	expect(faults).toEqual([]);
	return { pkg: pkg as DataPackage, tables, csv };
}

async function rulesOf(rows: readonly string[], kind?: 'additive' | 'none'): Promise<string[]> {
	const { pkg, tables } = await grid(rows, kind);
	const { faults } = await auditPackage(pkg, tables, () => loadSolver());
	return faults.map(({ row, rule }) => `${row ?? ''} ${rule}`);
}

describe('a total over two dimensions at once', () => {
	it('gives a withheld part away, in the audit and to protect', async () => {
		const rows = [...PARTS, 'all,all,154'];
		expect(await rulesOf(rows)).toEqual(['2 a withheld figure can be worked out to fewer than 11 values']);
		const { pkg, tables, csv } = await grid(rows);
		const done = protectPackage(pkg, tables, new Map([['forms.csv', csv]]), await loadSolver());
		expect(done.faults).toEqual([]);
		expect(done.log.tables).toMatchObject([{ withheld: 2 }]);
	});

	it('and none where the parts are not said to add up, or a part that the table knows is missing', async () => {
		expect(await rulesOf([...PARTS, 'all,all,154'], 'none')).toEqual([]);
		const missing = PARTS.filter((row) => !row.startsWith('south,texts'));
		const other = PARTS.map((row) => row.replace('[c]', '20'));
		const { pkg, tables } = await grid([...missing, 'all,all,154']);
		const later = await grid(other);
		const rows = [
			...(tables.forms?.rows ?? []),
			...(later.tables.forms?.rows ?? []).map((row) => ({ ...row, year: 2017 }))
		];
		const total = { ...rows[0], year: 2017, region: 'all', kind: 'all', value: 170, status: '' };
		const both = { ...tables, forms: { ...tables.forms!, rows: [...rows, total] } };
		const { faults } = await auditPackage(pkg, both, () => loadSolver());
		expect(faults).toEqual([]);
	});
});
