import { describe, expect, it } from 'vitest';
import { helpLinesToCheck } from '../../../../src/lib/package/help/age.ts';
import { readHelpLines } from '../../../../src/lib/package/help/read.ts';
import { filesOf as filesOfPackage, formatFault, readPackage } from '../../../../src/lib/package/index.ts';
import { description, filesOf, SOUND } from '../sample.ts';

const HEADER = 'country,kind,name,name_es,phone,text_number,text_word,url,hours,hours_es,verified_on,source';
const HELP =
	'US,trafficking,The line,La línea,1-888 373 7888,233733,HELP,https://a.org,Always,Siempre,2026-01-02,';

const read = (...rows: string[]) =>
	readHelpLines('help.csv', new TextEncoder().encode(`${rows.join('\n')}\n`), ['en-US', 'es']);
const faultsOf = (...rows: string[]) => read(...rows).faults.map(formatFault);

describe('a file of help lines', () => {
	it('gives lines with texts by language, emergency numbers first', () => {
		const { lines, faults } = read(HEADER, HELP, 'US,emergency,Emergency,,911,,,,,,,https://b.org');
		expect(faults).toEqual([]);
		expect(lines).toEqual([
			{ country: 'US', kind: 'emergency', name: { en: 'Emergency' }, phone: '911', source: 'https://b.org' },
			{
				...{ country: 'US', kind: 'trafficking', name: { en: 'The line', es: 'La línea' } },
				...{ phone: '1-888 373 7888', text: '233733', textWord: 'HELP', url: 'https://a.org' },
				...{ hours: { en: 'Always', es: 'Siempre' }, verifiedOn: '2026-01-02' }
			}
		]);
	});

	it('needs no column but country, kind and name, and takes them in any order', () => {
		expect(faultsOf('phone,name,kind,country', '12,A,other,GB')).toEqual([]);
	});

	it.each([
		['name,phone', 'A,1', /1:country: country: a column is missing/],
		['country,kind,nam,phone', 'US,other,A,1', /1:nam: nam: .+ no such column, did you mean name\?/],
		['country;kind;name', 'US;other;A', /semicolons/],
		['country,kind,name,phone', 'USA,other,A,1', /2:country: USA: .+ code of a country/],
		['country,kind,name,phone', 'UK,other,A,1', /2:country: UK: .+ did you mean GB\?/],
		['country,kind,name,phone', 'US,police,A,1', /2:kind: police: .+ categories/],
		['country,kind,name,phone', 'US,other,,1', /2:name: .+ may not be empty/],
		['country,kind,name,phone', 'US,other,A,call us', /2:phone: call us: .+ dialled/],
		['country,kind,name,phone', 'US,other,A,', /2:phone: .+ can be reached/],
		['country,kind,name,url', 'US,emergency,A,https://a.org', /2:phone: .+ emergency number/],
		['country,kind,name,url', 'US,other,A,a.org', /2:url: a\.org: .+ web address/],
		['country,kind,name,phone,source', 'US,other,A,1,S1', /2:source: S1: .+ web address/],
		['country,kind,name,phone,text_word', 'US,other,A,1,HI', /2:text_word: HI: a word is sent/],
		['country,kind,name,phone,verified_on', 'US,other,A,1,2026-02-30', /2:verified_on: .+ not a day/],
		['country,kind,name,phone', 'US,other,A,1\nUS,other,A,2', /3:country\+name: .+ same key/]
	])('%s / %s', (header, rows, fault) => {
		const found = faultsOf(header, ...rows.split('\n'));
		expect(found).toContainEqual(expect.stringMatching(fault));
	});
});

describe('a column of a language', () => {
	const faults = (languages: string[] | undefined) =>
		readHelpLines(
			'help.csv',
			new TextEncoder().encode('country,kind,name,name_es,phone\nUS,other,A,B,1\n'),
			languages
		).faults.map(formatFault);

	it('is one of another language that the package names', () => {
		expect(faults(['en', 'es-US'])).toEqual([]);
		expect(faults(undefined)).toEqual([expect.stringMatching(/^help\.csv:1:name_es: .+ add "es"/)]);
		expect(faults(['en', 'fr'])).toEqual([expect.stringMatching(/does not name this language/)]);
		expect(faults(['es-MX', 'en'])).toEqual([expect.stringMatching(/main language .+ call it name$/)]);
	});
});

describe('help lines to check', () => {
	const line = { name: 'A', country: 'US', phone: '1' };

	it.each([
		['2026-01-01', '2026-06-30', []],
		['2026-01-01', '2026-07-01', [expect.stringContaining('US, A, 1: was checked 181 days ago')]],
		['2026-01-02', '2026-01-01', [expect.stringContaining('has not come yet')]],
		[undefined, '2026-01-01', [expect.stringContaining('has no date')]]
	])('checked on %s, looked at on %s', (verifiedOn, today, words) => {
		expect(helpLinesToCheck([verifiedOn ? { ...line, verifiedOn } : line], today)).toEqual(words);
	});
});

describe('a package', () => {
	const named = (country: string) => ({
		...description(),
		languages: ['en', 'es'],
		helpLines: { path: 'help.csv', country }
	});
	const csv = `${HEADER}\n${HELP}\n`;

	it('names its file of help lines, which is no table', async () => {
		const {
			helpLines,
			tables,
			faults,
			package: pkg
		} = await readPackage(filesOf({ ...SOUND, 'help.csv': csv }, named('US')));
		expect(faults).toEqual([]);
		expect(helpLines).toHaveLength(1);
		expect(Object.keys(tables)).not.toContain('help');
		expect(pkg && filesOfPackage(pkg)).toContain('help.csv');
	});

	it.each([
		['no such file', SOUND, named('US'), /^help\.csv:-:-: -: the file is missing/],
		['none of the country', { ...SOUND, 'help.csv': csv }, named('CA'), /helpLines\.country: CA: .+ no line/],
		['no country', { ...SOUND, 'help.csv': csv }, named('Canada'), /helpLines\.country: Canada: .+ code/],
		[
			'a table of figures',
			SOUND,
			{ ...description(), helpLines: { path: 'forms.csv', country: 'US' } },
			/helpLines\.path: forms\.csv: .+ no table/
		],
		[
			'a file elsewhere',
			SOUND,
			{ ...description(), helpLines: { path: '../help.csv', country: 'US' } },
			/helpLines\.path: .+ of the folder itself/
		]
	])('has a fault: %s', async (_, files, descriptor, fault) => {
		const { faults } = await readPackage(filesOf(files, descriptor));
		expect(faults.map(formatFault)).toContainEqual(expect.stringMatching(fault));
	});

	it('may still hold its lines itself', async () => {
		const helpLines = [{ name: 'A', phone: '1' }];
		const found = await readPackage(filesOf(SOUND, { ...description(), helpLines }));
		expect(found.faults).toEqual([]);
		expect(found.helpLines).toEqual(helpLines);
	});

	it.each([
		['http://example.org/', 'over https'],
		['https://example.org/?from=here', 'no query'],
		['https://example.org/#x', 'no query'],
		['https://me@example.org/', 'no query'],
		['example.org', 'web address']
	])('cannot be left for %s', async (url, rule) => {
		const exit = { url, name: 'a page' };
		const { faults } = await readPackage(filesOf(SOUND, { ...description(), exit }));
		expect(faults.map(({ column, rule: found }) => [column, found])).toContainEqual([
			'exit.url',
			expect.stringContaining(rule)
		]);
	});
});
