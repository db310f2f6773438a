import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnOf, lookAtText } from './read.ts';

const DATA = path.resolve('data');
// Help lines are telephone numbers, and no table.
const TABLES = fs.readdirSync(DATA).filter((file) => file.endsWith('.csv') && file !== 'help_lines.csv');

const kinds = (text: string, name: string) =>
	columnOf(lookAtText(text), name).personal.map(({ kind }) => kind);

describe('published tables raise no alarm', () => {
	it('there are tables', () => expect(TABLES.length).toBeGreaterThan(25));

	it.each(TABLES)('%s', (file) => {
		const look = lookAtText(fs.readFileSync(path.join(DATA, file), 'utf8'));
		expect(
			look.columns.flatMap(({ name, personal }) => personal.map(({ kind }) => `${name}: ${kind}`))
		).toEqual([]);
		expect(look.people).toBeUndefined();
		expect(look.faults.count).toBe(0);
	});
});

const column = (header: string, ...cells: string[]) =>
	`${header}|n\n${cells.map((cell) => `${cell}|5`).join('\n')}\n`;

describe('columns that may hold personal data', () => {
	it.each([
		['names by header', column('Last Name', 'Q', 'W'), 'last_name', 'name'],
		['names by shape', column('x', 'Ana Lopez', 'John Smith', 'Wei Chen'), 'x', 'name'],
		['names, last first', column('x', 'Lopez, Ana', 'Smith, John'), 'x', 'name'],
		['given names', column('x', 'Maria', 'John', 'Linda'), 'x', 'name'],
		['phone numbers', column('x', '(202) 555-0143', '+44 20 7946 0958'), 'x', 'phone'],
		['phone numbers by header', column('phone', '2025550143', '2025550144'), 'phone', 'phone'],
		['one e-mail among texts', column('x', 'none', 'a.b@mail.org', 'none', 'none', 'none'), 'x', 'email'],
		['e-mail within a text', column('x', 'ask a.b@mail.org today', 'none'), 'x', 'contact-in-text'],
		[
			'a phone number within a text',
			column('x', 'called from 202-555-0143 twice', 'none'),
			'x',
			'contact-in-text'
		],
		['street addresses', column('x', '12 Main Street', '7 Oak Ave, Apt 4'), 'x', 'address'],
		['German addresses', column('x', 'Hauptstraße 12', 'Am Weg 3'), 'x', 'address'],
		['address by header', column('Home Address', 'unknown', 'shelter'), 'home_address', 'address'],
		['Spanish names by header', column('Primer nombre', 'Q', 'W'), 'primer_nombre', 'name'],
		[
			'Spanish numbers of cases',
			column('Número de caso', '11', '12', '13', '14', '15'),
			'numero_de_caso',
			'id'
		],
		['dates of birth by header', column('DOB', '1990-01-02'), 'dob', 'birth'],
		['a year of birth', column('birth year', '1990'), 'birth_year', 'birth'],
		[
			'dates that look like births',
			column('day', '1961-02-03', '1978-11-30', '1985-06-07', '1992-01-01', '2001-09-09'),
			'day',
			'birth'
		],
		['social security numbers', column('x', '123-45-6789'), 'x', 'id'],
		['identifiers', column('x', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'), 'x', 'id'],
		['numbers of cases', column('CaseID', '11', '12', '13', '14', '15'), 'caseid', 'id'],
		['addresses of devices', column('x', '192.168.0.1', '10.0.0.7'), 'x', 'device'],
		[
			'positions',
			column('latitude', '38.9012', '38.9123', '38.9234', '38.9345', '38.9456'),
			'latitude',
			'position'
		]
	])('%s', (_, text, name, kind) => {
		expect(kinds(text, name)).toContain(kind);
	});

	it.each([
		['states', column('state', 'Virginia', 'Georgia', 'North Carolina', 'Texas'), 'state'],
		['names of places', column('county name', 'Prince George', 'King', 'Kern'), 'county_name'],
		['counts by phone', column('phone', '120', '340'), 'phone'],
		['periods', column('period', '2005-2013', '2019-01/2019-06'), 'period'],
		['months', column('month', 'April', 'May', 'June'), 'month'],
		['numbers of victims', column('number of victims', '1', '2', '3', '4', '5'), 'number_of_victims'],
		['web addresses', column('web address', 'example.org', 'example.com'), 'web_address'],
		['ids of sources', column('source_id', 'A1', 'B2', 'C3', 'D4', 'E5'), 'source_id'],
		['country of birth', column('country of birth', 'MX', 'US'), 'country_of_birth']
	])('not %s', (_, text, name) => {
		expect(kinds(text, name)).toEqual([]);
	});

	it('say how many cells look so', () => {
		const look = lookAtText(column('email', 'a@b.org', '', 'none', 'c@d.org'));
		expect(columnOf(look, 'email').personal).toEqual([{ kind: 'email', cells: 2, of: 3, byName: false }]);
	});
});

describe('one row a person', () => {
	const rows = (header: string, row: (index: number) => string) =>
		`${header}\n${Array.from({ length: 30 }, (_, index) => row(index)).join('\n')}\n`;

	it('columns describe people and nothing is counted', () => {
		const { people } = lookAtText(rows('age,gender,county', (at) => `${17 + at},${at % 2 ? 'f' : 'm'},King`));
		expect(people).toEqual({ why: 'attributes', columns: ['age', 'gender'], alone: { rows: 30, of: 30 } });
	});

	it('every count is one', () => {
		const { people } = lookAtText(rows('county,calls', (at) => `C${at},1`));
		expect(people).toEqual({ why: 'ones', columns: ['calls'] });
	});

	it.each([
		['a table of counts', rows('age,gender,calls', (at) => `${17 + at},f,${at}`)],
		['a list of places', rows('place,code', (at) => `P${at},${at}`)],
		['a few rows', 'age,gender\n17,f\n18,m\n']
	])('not %s', (_, text) => {
		expect(lookAtText(text).people).toBeUndefined();
	});
});
