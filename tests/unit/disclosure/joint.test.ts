import { describe, expect, it } from 'vitest';
import { auditPackage, loadSolver, protectPackage } from '../../../src/lib/disclosure/index.ts';
import { systemOf } from '../../../src/lib/disclosure/system.ts';
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

	it('and none where the parts are not said to add up', async () => {
		expect(await rulesOf([...PARTS, 'all,all,154'], 'none')).toEqual([]);
	});

	it('is what the parts give where all are there that the table knows, and at least that where one is not', async () => {
		const { pkg, tables } = await grid([...PARTS, 'all,all,154']);
		const { forms } = tables;
		if (!forms) throw new Error('no table');
		const later = forms.rows
			.filter(({ region, kind }) => region !== 'south' || kind !== 'texts')
			.map((row) => ({ ...row, year: 2017 }));
		const both = { ...tables, forms: { ...forms, rows: [...forms.rows, ...later] } };
		const joint = systemOf(pkg, both).constraints.filter(({ over }) => over === 'forms.region+kind');
		expect(joint.map(({ cells, lower, upper }) => [cells.length, lower, upper])).toEqual([
			[5, 0, 0],
			[4, -Infinity, 0]
		]);
	});

	it('says nothing more where totals of one dimension stand between', async () => {
		const margins = ['north,all,44', 'south,all,110', 'all,calls,54', 'all,texts,100'];
		const jointOf = async (totals: readonly string[]) => {
			const { pkg, tables } = await grid([...PARTS, ...totals, 'all,all,154']);
			return systemOf(pkg, tables).constraints.filter(({ over }) => over.includes('+'));
		};
		expect(await jointOf(margins)).toEqual([]);
		const unknown = margins.map((row) => row.replace(/(north|texts)(.*),\d+$/, '$1$2,[x]'));
		expect(await jointOf(unknown)).toHaveLength(1);
	});
});
