import { describe, expect, it } from 'vitest';
import { readPackage } from '../../../src/lib/package/index.ts';
import { description, filesOf, readWith, SOUND } from './sample.ts';

const CRLF = Object.fromEntries(
	Object.entries(SOUND).map(([path, text]) => [path, String(text).replaceAll('\n', '\r\n')])
);
const CR = Object.fromEntries(Object.entries(CRLF).map(([path, text]) => [path, text.replaceAll('\n', '')]));
const BOM = Object.fromEntries(Object.entries(SOUND).map(([path, text]) => [path, `\ufeff${String(text)}`]));

describe('readPackage', () => {
	it('reads typed rows with status and lines', async () => {
		const { package: read, tables, faults } = await readWith({});
		expect(faults).toEqual([]);
		expect(read?.name).toBe('sample');
		expect(tables.forms?.rows).toEqual([
			{ year: 2016, form: 'sex', value: 70, status: '', source_id: 'A', note: null },
			{ year: 2016, form: 'labor', value: 20, status: '', source_id: 'A', note: 'two\nlines' },
			{ year: 2016, form: 'other', value: 10, status: '', source_id: 'B', note: null }
		]);
		expect(tables.forms?.lines).toEqual([2, 3, 5]);
		expect(tables.national?.rows[1]).toMatchObject({ measure: 'calls', value: null, status: '[c]' });
		expect(tables.sources?.rows[0]).toEqual({ source_id: 'A', title: 'First' });
	});

	it.each([
		['CRLF line ends', CRLF],
		['CR line ends', CR],
		['a byte order mark', BOM],
		['no line end at the end', { ...SOUND, 'sources.csv': 'source_id,title\nA,First\nB,Second' }]
	])('reads the same with %s', async (_, files) => {
		const changed = await readPackage(filesOf(files));
		expect(changed).toEqual(await readWith({}));
	});

	it('reads a descriptor with a byte order mark', async () => {
		const { faults } = await readPackage(filesOf(SOUND, `\ufeff${JSON.stringify(description())}`));
		expect(faults).toEqual([]);
	});

	it('lets the status column say why a figure is empty', async () => {
		const changed = description();
		const fields = changed.resources[1]!.schema.fields;
		fields[3]!.missingValues = [];
		const { tables, faults } = await readPackage(filesOf(SOUND, changed));
		expect(faults).toEqual([]);
		expect(tables.national?.rows[1]).toMatchObject({ value: null, status: '[c]' });
	});

	it('reads minus nought as nought', async () => {
		const { tables } = await readWith({ 'forms.csv': 'year,form,value,source_id,note\n2017,sex,-0,A,\n' });
		expect(tables.forms?.rows[0]?.value).toBe(0);
	});

	it('takes a listed empty figure for not available, and a marker for itself', async () => {
		const { tables, faults } = await readWith({
			'national.csv':
				'year,measure,unit,value,status,source_id\n2016,cases,cases,,,A\n2017,cases,cases,[c],,A\n2018,cases,cases,5,[p],A\n'
		});
		expect(faults).toEqual([]);
		expect(tables.national?.rows.map(({ value, status }) => [value, status])).toEqual([
			[null, '[x]'],
			[null, '[c]'],
			[5, '[p]']
		]);
	});
});
