import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { ChartSpec } from '../../../../src/lib/charts/types.ts';
import { checkPackage } from '../../../../src/lib/charts/catalog/checkPackage.ts';
import { auditPackage, loadSolver } from '../../../../src/lib/disclosure/index.ts';
import { memoryFiles } from '../../../../src/lib/package/index.ts';
import { ask, newSession, startedWith, unpacked } from './session.ts';

/** Each small figure stands once alone, so that it can be looked for. */
const SHEET = ['Region,2021,2022', 'North,7,731', 'South,843,859', 'East,419,8', 'Total,1269,1598', ''].join(
	'\n'
);

describe('small counts on the page', () => {
	it('are faults, are withheld on demand, and no private figure is in what may be published', async () => {
		const session = await startedWith(SHEET);
		const { audit } = await ask(session, { task: 'audit', answers: {} }, 'audit');
		expect(audit).toMatchObject({ canProtect: true, isSaid: true, withheld: 0 });
		expect(audit.faults.faults.map(({ row, rule }) => [row, rule])).toEqual([
			[3, 'a count below 11 is published'],
			[6, 'a count below 11 is published']
		]);
		const { view, bytes } = await ask(session, { task: 'protect', answers: {} }, 'protected');
		expect(view).toMatchObject({ method: 'optimal', tables: [{ table: 'sheet', figures: 8, withheld: 4 }] });
		expect(view.previews[0]?.rows[0]).toContain('[c]');
		const files = unpacked(bytes ?? new Uint8Array(), 'my-data-public');
		expect([...files.keys()].sort()).toEqual([
			...['README.md', 'datapackage.json', 'disclosure-log.json', 'sheet.csv', 'sources.csv']
		]);
		// All charts that follow from its columns have figures, so none is named.
		expect(Buffer.from(files.get('datapackage.json') ?? []).toString()).not.toContain('"charts"');
		const sheet = Buffer.from(files.get('sheet.csv') ?? []).toString();
		expect(sheet.match(/\[c\]/g)).toHaveLength(4);
		// Both small figures, and those that are withheld for their sake.
		const hidden = sheet
			.split('\n')
			.flatMap((line) => (line.includes('[c]') ? [line.split(',').slice(0, 2)] : []));
		const values = {
			'2021 north': '7',
			'2022 north': '731',
			'2021 south': '843',
			'2022 south': '859',
			'2021 east': '419',
			'2022 east': '8'
		};
		const all = Buffer.concat([...files.values()]).toString();
		for (const key of hidden) {
			const value = values[key.join(' ') as keyof typeof values];
			expect(value).toBeDefined();
			if (value.length > 1) expect(all).not.toContain(value);
			else expect(sheet).not.toContain(`,${value},`);
		}
		const read = await checkPackage(memoryFiles(files));
		expect(read.faults).toEqual([]);
		if (!read.package) throw new Error('no package');
		const again = await auditPackage(read.package, read.tables, () => loadSolver());
		expect(again).toMatchObject({ faults: [], withheld: 4 });
		// The archive is a package that the page takes, too.
		const other = newSession();
		const archive = [{ name: 'my-data-public.zip', bytes: bytes ?? new Uint8Array() }];
		expect((await ask(other, { task: 'read', files: archive }, 'package')).check.count).toBe(0);
		const { audit: open } = await ask(other, { task: 'audit', answers: {} }, 'audit');
		expect(open).toMatchObject({ canProtect: false, withheld: 4, faults: { count: 0 } });
	});

	it('are only pointed out where the figures are public already, and the README says what the audit says', async () => {
		const session = await startedWith(SHEET);
		const answers = { protect: 'no' };
		const { audit } = await ask(session, { task: 'audit', answers }, 'audit');
		expect(audit).toMatchObject({ canProtect: false, faults: { count: 0 }, notes: { count: 2 } });
		for (const isPrivate of [true, false]) {
			const { bytes } = await ask(session, { task: 'zip', answers, isPrivate }, 'zip');
			const files = unpacked(bytes, 'my-data');
			const readme = Buffer.from(files.get('README.md') ?? []).toString();
			expect(readme.includes('npm run data -- protect')).toBe(isPrivate);
			// Git leaves a private folder out.
			expect(files.has('.gitignore')).toBe(isPrivate);
		}
	});

	it('need a solver only where it is asked for; one that fails is told, and all else stays', async () => {
		const broken = () => Promise.reject(new Error('no memory'));
		const session = await startedWith(SHEET, broken);
		const { audit } = await ask(session, { task: 'audit', answers: {} }, 'audit');
		expect(audit.canProtect).toBe(true);
		await expect(session.answer({ task: 'protect', answers: {} })).rejects.toThrow('no memory');
		const withheld = await startedWith(SHEET.replace('North,7', 'North,<5'), broken);
		await expect(withheld.answer({ task: 'audit', answers: {} })).rejects.toThrow('no memory');
		const { bytes } = await ask(withheld, { task: 'zip', answers: {}, isPrivate: true }, 'zip');
		expect(unpacked(bytes, 'my-data').has('sheet.csv')).toBe(true);
	});

	it('say where nothing helps: figures with decimals, and figures that contradict one another', async () => {
		const decimals = await startedWith('Year,Hours\n2021,3.5\n2022,4000.5\n');
		const { audit } = await ask(decimals, { task: 'audit', answers: {} }, 'audit');
		expect(audit.faults.faults[0]?.rule).toContain('decimals');
		expect(audit.faults.faults[0]?.mend).toMatch(/table of its own .* counts stay protected$/);
		const { view, bytes } = await ask(decimals, { task: 'protect', answers: {} }, 'protected');
		expect(view.faults.count).toBeGreaterThan(0);
		expect(bytes).toBeUndefined();
	});

	it('cannot be worked out from a column of totals, with all defaults', async () => {
		const session = await startedWith(
			'Fiscal year,Adults,Minors,Unknown,Total\nFY2021/22,120,14,6,140\nFY2022/23,131,9,10,150\nFY2023/24,140,20,0,160\n'
		);
		const { view, bytes } = await ask(session, { task: 'protect', answers: {} }, 'protected');
		expect(view).toMatchObject({ faults: { count: 0 }, tables: [{ figures: 12, withheld: 4 }] });
		const text = unpacked(bytes ?? new Uint8Array(), 'my-data-public').get('sheet.csv');
		const hidden = Buffer.from(text ?? [])
			.toString()
			.split('\n')
			.flatMap((line) => (line.includes('[c]') ? [line.split(',')[0]] : []));
		expect(hidden).toEqual(['2021/22', '2021/22', '2022/23', '2022/23']);
	});

	it('of the guide are found: its withheld figure follows from the total', async () => {
		const session = newSession();
		const name = 'casos-por-region.csv';
		const bytes = new Uint8Array(await readFile(`tests/fixtures/exports/${name}`));
		await ask(session, { task: 'read', files: [{ name, bytes }] }, 'read');
		const { audit } = await ask(session, { task: 'audit', answers: {} }, 'audit');
		expect(audit.faults.faults[0]?.rule).toContain('can be worked out');
		const { view, bytes: open } = await ask(session, { task: 'protect', answers: {} }, 'protected');
		expect(view).toMatchObject({ faults: { count: 0 }, tables: [{ withheld: 2 }] });
		// It has a grand total and no other, so the charts that follow from its columns alone would be empty.
		const text = unpacked(open ?? new Uint8Array(), 'my-data-public').get('datapackage.json');
		const { charts } = JSON.parse(Buffer.from(text ?? []).toString()) as { charts: ChartSpec[] };
		expect(charts.map(({ id, title, series }) => [id, title, series])).toEqual([
			['casos-por-region-trend', 'Línea de Apoyo del Valle – informe anual', undefined],
			[
				'casos-por-region-region',
				'Región, Tipo de caso: Línea de Apoyo del Valle – informe anual',
				['tipo_de_caso']
			]
		]);
	});

	it('a package in a ZIP and new files at once are refused, since the files would not be looked at', async () => {
		const session = await startedWith(SHEET);
		const { bytes } = await ask(session, { task: 'zip', answers: {}, isPrivate: true }, 'zip');
		const files = [
			{ name: 'my-data.zip', bytes },
			{ name: 'new.csv', bytes: new TextEncoder().encode(SHEET) }
		];
		await expect(session.answer({ task: 'read', files })).rejects.toThrow('new.csv');
	});
});
