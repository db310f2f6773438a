import { describe, expect, it } from 'vitest';
import { besideFindings, derivedFrom } from '../../../src/lib/disclosure/beside.ts';
import { protectedTable } from '../../../src/lib/disclosure/copy.ts';
import { settingsOf } from '../../../src/lib/disclosure/settings.ts';
import type { Field, Row, Table, TableDisclosure } from '../../../src/lib/package/types.ts';
import { packageOf } from './grid.ts';

const NAMES: Field[] = [
	{ name: 'place', type: 'string', role: 'category' },
	{ name: 'measure', type: 'string', role: 'category' },
	{ name: 'value', type: 'integer', role: 'value' },
	{ name: 'of', type: 'integer', role: 'denominator' },
	{ name: 'of_place', type: 'integer' },
	{ name: 'name', type: 'string' }
];
const ROWS: Row[] = [
	['north', 'calls', null, null, 235, 'North', '[c]'],
	['north', 'answered', 20, 30, 235, 'North', ''],
	['south', 'calls', 200, null, 265, 'South', ''],
	['south', 'answered', 180, 200, 265, 'South', '']
].map(([place, measure, value, of, of_place, name, status]) => ({
	...{ place, measure, value, of, of_place, name },
	status
})) as Row[];

function tableOf(disclosure?: TableDisclosure): Table {
	const schema = { fields: NAMES, primaryKey: ['place', 'measure'] };
	const resource = { name: 'calls', path: 'calls.csv', schema, ...(disclosure ? { disclosure } : {}) };
	return { resource, rows: ROWS } as unknown as Table;
}

const findings = (table: Table) =>
	besideFindings(packageOf([table], { mode: 'protect' }), { calls: table }).map(
		({ kind, column, at }) => `${kind} ${column ?? ''} ${at.row}`
	);

describe('beside a withheld figure', () => {
	it('stand no number, though it follows from a dimension, and no denominator in the whole table', () => {
		expect(findings(tableOf())).toEqual(['beside of_place 0', 'denominator of 1']);
		expect(findings(tableOf({ harmless: ['of', 'of_place'] }))).toEqual([]);
	});

	it('all of them are empty in the copy, and a name that follows from a dimension stays', () => {
		const table = tableOf();
		const header = NAMES.map(({ name }) => name).join();
		const lines = ROWS.map((row) => NAMES.map(({ name }) => row[name] ?? '').join());
		const csv = [header, ...lines].join('\n');
		const pkg = packageOf([table], { mode: 'protect' });
		expect(
			protectedTable(pkg, table, csv, new Set([0]))
				.csv.split('\n')
				.slice(1, 5)
		).toEqual([
			'north,answered,20,,235,North',
			'north,calls,[c],,,North',
			'south,answered,180,,265,South',
			'south,calls,200,,265,South'
		]);
		expect(protectedTable(pkg, table, csv, new Set()).csv).toContain('answered,20,30,');
	});

	it('a figure of two others is withheld with each of them', () => {
		const derived = ['calls', 'answered'].map((measure) => ({
			where: { place: ['north'], measure: ['answered'] },
			of: { place: 'south', measure }
		}));
		const table = tableOf({ derived });
		const settings = settingsOf(packageOf([table]), table.resource);
		expect([...derivedFrom(table, settings)]).toEqual([[1, [2, 3]]]);
	});
});
