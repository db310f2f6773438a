import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { check } from '../../../../scripts/data/check.ts';
import { init } from '../../../../scripts/data/init.ts';
import { formatFault } from '../../../../src/lib/package/index.ts';
import type { StartFile } from '../../../../src/lib/ui/publish/types.ts';
import { description, SOUND } from '../../package/sample.ts';
import { bytesOf, newSession } from './session.ts';

let root: string;
beforeAll(async () => (root = await mkdtemp(join(tmpdir(), 'parity-'))));
afterAll(() => rm(root, { recursive: true }));

/** The lines that a command prints, of which some are places of faults. */
async function printed(command: () => Promise<number>): Promise<string[]> {
	const told: string[] = [];
	const log = vi.spyOn(console, 'log').mockImplementation((text: string) => void told.push(text));
	await command().finally(() => log.mockRestore());
	return told.join('\n').split('\n');
}

const isFault = (line: string) => /^[\w.-]+:[\d-]+:/.test(line);

async function folderWith(files: readonly StartFile[]): Promise<string> {
	const folder = await mkdtemp(join(root, 'case-'));
	for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
	return folder;
}

const HEADER = 'year,form,value,source_id,note';
const rows = (...lines: string[]) => ({ 'forms.csv': [HEADER, ...lines, ''].join('\n') });
const raw = (...parts: (string | number)[]) => ({
	'forms.csv': new Uint8Array(
		Buffer.concat(parts.map((part) => Buffer.from(typeof part === 'number' ? [part] : part)))
	)
});
const SEX = '2016,sex,70,A,';
const pattern = (text: string) => ({ ...rows(`2017,sex,9,A,${text}`), 'datapackage.json': withPattern() });

function withBirths(): string {
	const changed = description();
	const form = changed.resources[0]?.schema.fields.find(({ name }) => name === 'form');
	if (form) form.title = { en: 'Born', es: 'Fecha de nacimiento' };
	return JSON.stringify(changed, null, '\t');
}

function withPattern(): string {
	const changed = description();
	const note = changed.resources[0]?.schema.fields.find(({ name }) => name === 'note');
	if (note) note.constraints = { pattern: '[a-z]+' };
	return JSON.stringify(changed, null, '\t');
}

/** Every kind of fault that a file of a package can have, by its name; a file that is undefined is missing. */
const BROKEN: Record<string, Record<string, string | Uint8Array | undefined>> = {
	'a missing file': { 'forms.csv': undefined },
	'a missing descriptor of a table': { 'datapackage.json': '{ "name": "sample", "resources": [] }' },
	'a descriptor that is no JSON': { 'datapackage.json': '{ "name": ' },
	'UTF-16': raw(0xff, 0xfe, Buffer.from(`${HEADER}\n`, 'utf16le').toString('latin1')),
	'Windows-1252': raw(`${HEADER}\n${SEX}caf`, 0xe9, '\n'),
	'a workbook': raw('PK', 3, 4, 'abc'),
	bytes: raw(HEADER, 0, 1, 2),
	'nothing in it': { 'forms.csv': '' },
	'blank lines': { 'forms.csv': '\n\n' },
	'a mark of byte order alone': { 'forms.csv': '\ufeff' },
	semicolons: { 'forms.csv': String(SOUND['forms.csv']).replaceAll(',', ';') },
	tabs: { 'forms.csv': String(SOUND['forms.csv']).replaceAll(',', '\t') },
	'a header alone': rows(),
	'no header': { 'forms.csv': `${SEX}\n2017,sex,70,A,\n` },
	'the header twice': rows(SEX, HEADER),
	'a comment': { 'forms.csv': `# A title\n${HEADER}\n${SEX}\n` },
	'a column twice': { 'forms.csv': `${HEADER},year\n${SEX},2016\n` },
	'a missing column': { 'forms.csv': 'year,form,value,source_id\n2016,sex,70,A\n' },
	'a further column': { 'forms.csv': `${HEADER},extra\n${SEX},1\n` },
	'another order': { 'forms.csv': 'form,year,value,source_id,note\nsex,2016,70,A,\n' },
	'a short row': rows(SEX, '2016,labor,20,A'),
	'a long row': rows(SEX, '2016,labor,1,234,A,'),
	'an empty row': rows(SEX, '', '2016,labor,20,A,'),
	'commas alone': rows(SEX, ',,,,'),
	'a quote in the middle': rows(SEX, '2016,labor,20,A,"a"b'),
	'an open quote': rows(SEX, '2016,labor,20,A,"a'),
	'no year': rows('20166,sex,70,A,'),
	'a code that is not listed': rows('2016,labour,70,A,'),
	'an empty cell': rows('2016,,70,A,'),
	'commas between thousands': rows('2016,sex,"1,234",A,'),
	'spaces between thousands': rows('2016,sex,1 234,A,'),
	'points between thousands': rows('2016,sex,1.234.567,A,'),
	'a decimal comma': rows('2016,sex,"12,5",A,'),
	'a fraction': rows('2016,sex,12.5,A,'),
	'a negative figure': rows('2016,sex,-5,A,'),
	'leading zeros': rows('2016,sex,007,A,'),
	spaces: rows('2016,sex, 7,A,'),
	'a percent sign': rows('2016,sex,12%,A,'),
	'no number': rows('2016,sex,many,A,'),
	'an unknown marker': rows('2016,sex,[q],A,'),
	'a sign': rows('2016,sex,*,A,'),
	'a number too large': rows('2016,sex,9007199254740993,A,'),
	'no such source': rows('2016,sex,70,Z,'),
	'two rows with one key': rows(SEX, '2016,sex,71,B,'),
	'parts that miss their total': rows(SEX, '2016,labor,20,A,', '2016,other,11,A,'),
	'a text of another form': pattern('B1'),
	'a text that is too long': pattern('b'.repeat(201)),
	'a column of dates of birth': { 'datapackage.json': withBirths() },
	'a number beside its marker': {
		'national.csv': 'year,measure,unit,value,status,source_id\n2015,cases,cases,5,[c],A\n'
	},
	'many at once': {
		...rows('20166,sex,70,Z,', '2016,labour,-1,A,', '2016,other'),
		'sources.csv': 'source_id,title\nA,\nB,Second\nB,Third\n'
	}
};

/** What is no fault though it may look like one. */
const SOUND_TOO: typeof BROKEN = {
	'a mark of byte order': { 'forms.csv': `\ufeff${HEADER}\n${SEX}\n` },
	'line ends of Windows': { 'forms.csv': `${HEADER}\r\n${SEX}\r\n` },
	'a text like a formula': rows(`${SEX}=1+1`)
};

function filesWith(change: (typeof BROKEN)[string]): StartFile[] {
	const all: (typeof BROKEN)[string] = {
		'datapackage.json': JSON.stringify(description(), null, '\t'),
		...SOUND,
		...change
	};
	return Object.entries(all).flatMap(([name, content]) =>
		content === undefined ? [] : [{ name, bytes: bytesOf(content) }]
	);
}

describe('a fault of a package reads the same in init, check and the page', () => {
	it.each(Object.entries({ ...BROKEN, ...SOUND_TOO }))('%s', async (name, change) => {
		const files = filesWith(change);
		const folder = await folderWith(files);
		const checked = (await printed(() => check(folder))).filter(isFault);
		expect(checked.length > 0).toBe(!Object.hasOwn(SOUND_TOO, name));
		const started = await printed(() => init([join(folder, 'datapackage.json')]));
		expect(started.filter(isFault)).toEqual(checked);
		const archive = zipSync(Object.fromEntries(files.map(({ name: path, bytes }) => [`my/${path}`, bytes])));
		for (const chosen of [files, [{ name: 'my.zip', bytes: archive }]]) {
			const answer = await newSession().answer({ task: 'read', files: chosen });
			if (answer.told !== 'package') throw new Error(answer.told);
			expect(answer.check.faults.map(formatFault)).toEqual(checked);
			expect(answer.check.count).toBe(checked.length);
		}
	});
});

it('what must not be published reads the same in check and the page', async () => {
	const folder = 'tests/fixtures/private-line';
	const checked = (await printed(() => check(folder))).filter(isFault);
	expect(checked.length).toBeGreaterThan(1);
	const session = newSession();
	const names = await readdir(folder);
	const read = await Promise.all(names.map((name) => readFile(join(folder, name))));
	const files = names.map((name, at) => ({ name, bytes: new Uint8Array(read[at] ?? []) }));
	await session.answer({ task: 'read', files });
	const answer = await session.answer({ task: 'audit', answers: {} });
	if (answer.told !== 'audit') throw new Error(answer.told);
	expect(answer.audit.faults.faults.map(formatFault)).toEqual(checked);
});

const TABLE = 'Year,Region,Cases\n2021,North,1200\n2021,South,1300\n2022,North,1400\n2022,South,1500\n';

/** Exports of a spreadsheet, as bad as they come. */
const EXPORTS: Record<string, string | Uint8Array> = {
	'two rows with one key': 'Year,Cases\n2019,3000\n2019,4000\n',
	'numbers with signs between thousands': 'Year,Cases\n2019,"3,000"\n2020,"4,000"\n',
	'a sign that nobody knows': 'Year,Cases\n2019,3000\n2020,§\n',
	'no number': 'Year,Cases\n2019,3000\n2020,4000\n2021,many calls\n',
	'ragged rows': `${TABLE}2023,North\n2023,South,1600,x\n`,
	'the header twice': `${TABLE}Year,Region,Cases\n2023,North,1700\n`,
	'empty rows': TABLE.replaceAll('\n', '\n\n'),
	'line ends of Windows': TABLE.replaceAll('\n', '\r\n'),
	'a mark of byte order': `\ufeff${TABLE}`,
	'UTF-16': new Uint8Array(Buffer.from(`\ufeff${TABLE}`, 'utf16le')),
	'Windows-1252': new Uint8Array(Buffer.from(TABLE.replaceAll('North', 'Núcleo'), 'latin1')),
	'broken quotes': `${TABLE}2023,"No"rth,1700\n`,
	'a text like a formula': TABLE.replaceAll('North', '=1+1'),
	'a text that is too long': TABLE.replaceAll('North', 'n'.repeat(400)),
	'small counts under a total': `${TABLE}2021,Total,2500\n2022,Total,2900\n`.replace('1300', '4'),
	'a column that is the sum of others':
		'Fiscal year,Adults,Minors,Total\n2021/22,120,14,134\n2022/23,131,9,140\n',
	'one row a person': 'Case ID,Date of birth,Year,Calls\n1,1990-01-02,2022,1\n2,1985-05-06,2022,1\n',
	'nothing in it': '',
	'a workbook': zipSync({ '[Content_Types].xml': new Uint8Array(9) }),
	bytes: new Uint8Array([1, 0, 2, 0, 255, 0])
};

describe('what is wrong with an export reads the same in init and the page', () => {
	it.each(Object.entries(EXPORTS))('%s', async (_, content) => {
		const files = [{ name: 'export.csv', bytes: bytesOf(content) }];
		const folder = await folderWith(files);
		const lines = await printed(() =>
			init([join(folder, 'export.csv'), '--yes', '--out', join(folder, 'out')])
		);
		const session = newSession();
		const answer = await session.answer({ task: 'read', files });
		if (answer.told !== 'read') throw new Error(answer.told);
		const { unread, tables, files: read } = answer.read;
		const told = [
			...unread.map(({ file, why }) => `${file}: ${why}`),
			...read.map(({ sentence }) => sentence),
			...tables.flatMap(({ title, sentences }) => [title, ...sentences].map((each) => `  ${each}`))
		];
		if (tables.length > 0) {
			const proposed = await session.answer({ task: 'propose', answers: {} });
			if (proposed.told !== 'proposal') throw new Error(proposed.told);
			const { check: found, left, leftCount } = proposed.proposal;
			told.push(
				`Left out: ${leftCount}`,
				...left.map(
					(each) => `  ${each.file}:${each.row ?? '-'}:${each.column ?? '-'}: ${each.value}: ${each.why}`
				),
				...found.faults.map(formatFault)
			);
			expect(lines.filter(isFault)).toEqual(found.faults.map(formatFault));
			if (found.count === 0 && proposed.proposal.tables.length > 0) {
				const audit = await session.answer({ task: 'audit', answers: {} });
				if (audit.told !== 'audit') throw new Error(audit.told);
				told.push(...audit.audit.faults.faults.map((fault) => `  ${formatFault(fault)}`));
			}
		}
		expect(told.length).toBeGreaterThan(0);
		// The command line has no page to choose files on.
		expect(unread.map(({ why }) => why).join()).not.toMatch(/\b(?:here|choose (?:those|the CSV|one))\b/i);
		expect(told.filter((line) => !lines.includes(line))).toEqual([]);
	});
});
