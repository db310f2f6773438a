import { expect, it } from 'vitest';
import { auditPackage, loadSolver } from '../../../src/lib/disclosure/index.ts';
import { sheetsOf, type Sheet } from './sheet.ts';

const solver = () => loadSolver();
const sheet = (north: number | string, additive: string[]): Sheet => ({
	name: 'regions',
	columns: ['@year', '!region'],
	rows: [`2021, north, ${north}`, '2021, south, 88', '2021, all, 247', '2022, north, 31', '2022, all, 31'],
	additive
});

async function notes(...sheets: Sheet[]) {
	const { pkg, tables } = sheetsOf(sheets);
	const audit = await auditPackage(pkg, tables, solver);
	expect(audit.faults).toEqual([]);
	return audit.notes.map(({ file, row, rule }) => `${file}:${row} ${rule}`);
}

it('a total that its parts do not give is a note, where a rule says that they add up', async () => {
	const said =
		'regions.csv:4 a total and its parts do not fit, though a rule of additivity ties them (regions.region)';
	expect(await notes(sheet(160, ['region']))).toContain(said);
	expect(await notes(sheet(159, ['region']))).not.toContain(said);
	// Parts that overlap come to more than their total, and one of them alone does not.
	expect(await notes(sheet(160, []))).not.toContain(said);
	expect((await notes(sheet(300, [])))[0]).toMatch(/^regions.csv:4 a total and its parts do not fit/);
});

it('an earlier release that was revised is no such note', async () => {
	const [now, before] = [sheet(159, ['region']), sheet(150, ['region'])].map((each) => sheetsOf([each]));
	if (!now || !before) throw new Error('no sheets');
	const audit = await auditPackage(now.pkg, now.tables, solver, {
		package: before.pkg,
		tables: before.tables
	});
	expect(audit.notes.filter(({ rule }) => /do not fit/.test(rule))).toEqual([]);
});
