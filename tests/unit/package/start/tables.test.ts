import { describe, expect, it } from 'vitest';
import { rowsOf, started, textOf } from './start.ts';

const table = (...lines: string[]) => lines.join('\r\n');
const left = (leftOut: { row?: number; column?: string; value?: string; why: string }[]) =>
	leftOut.map(({ row, column, value, why }) => [row, column, value, why]);

describe('a sheet becomes a table with one figure a row', () => {
	it.each<[string, string, string[]]>([
		['as it is', table('Year,Cases', '2019,12', '2020,15'), ['year,value', '2019,12', '2020,15']],
		[
			'counts that could be years',
			table('Year;Cases', '2008;1999', '2009;2001'),
			['year,value', '2008,1999', '2009,2001']
		],
		[
			'titles that a spreadsheet fills up, and a sum above the table',
			table('Report;;', 'All calls:;120;', 'Type;2019;2020', 'A;70;80', 'B;50;60'),
			['year,type,value', '2019,a,70', '2020,a,80', '2019,b,50', '2020,b,60']
		],
		[
			'a header of two lines with merged cells',
			table('Region;2020;;2021;', ';Adults;Minors;Adults;Minors', 'N;10;20;30;40', 'S;50;60;70;80'),
			[
				'year,region,kind,value',
				...['2020,n,adults,10', '2020,n,minors,20', '2021,n,adults,30', '2021,n,minors,40'],
				...['2020,s,adults,50', '2020,s,minors,60', '2021,s,adults,70', '2021,s,minors,80']
			]
		],
		[
			'merged cells among the rows, and a row of totals',
			table('Region,Sex,2020,2021', 'N,F,1200,30', ',M,1,2', 'Total,,1201,32'),
			[
				'year,region,sex,value',
				...['2020,n,f,1200', '2021,n,f,30', '2020,n,m,1', '2021,n,m,2'],
				...['2020,total,total,1201', '2021,total,total,32']
			]
		],
		[
			'headings within the table',
			table(
				'Group;2020;2021',
				'Sex;;',
				'Women;500;600',
				'Men;70;80',
				'Age;;',
				'Adults;400;500',
				'Minors;90;99'
			),
			[
				'year,section,group_name,value',
				...['2020,sex,women,500', '2021,sex,women,600', '2020,sex,men,70', '2021,sex,men,80'],
				...['2020,age,adults,400', '2021,age,adults,500', '2020,age,minors,90', '2021,age,minors,99']
			]
		],
		[
			'fiscal years, months and quarters',
			table('Type,2011-12,2012-13', 'A,3000,4000'),
			['period,type,value', '2011/12,a,3000', '2012/13,a,4000']
		],
		[
			'months',
			table('Month,Calls', 'Jan 2020,5000', 'Feb-20,6000'),
			['period,value', '2020-01,5000', '2020-02,6000']
		],
		[
			'German numbers and totals',
			table('Art;2019;2020', 'A;1.234;2.345,5', 'Insgesamt;1.234;2.345,5'),
			['year,art,value', '2019,a,1234', '2020,a,2345.5', '2019,insgesamt,1234', '2020,insgesamt,2345.5']
		],
		[
			'French numbers',
			table('Type;2019;2020', 'A;1 234;12 345'),
			['year,type,value', '2019,a,1234', '2020,a,12345']
		],
		[
			'a table without time, with the year of its title',
			table('Cases in 2023,', ',', 'Type,Cases', 'A,3000', 'B,4000'),
			['year,type,value', '2023,a,3000', '2023,b,4000']
		],
		[
			'marks of figures and of years',
			table('Year,Cases', '2020,30 (r)', '2021 (p),40'),
			['year,value,status', '2020,30,[r]', '2021,40,[p]']
		],
		[
			'figures that nothing tells apart',
			table('Cases,Calls', '1200,50'),
			['measure,unit,value', 'cases,cases,1200', 'calls,calls,50']
		],
		['no header', table('2019,1200', '2020,1300'), ['year,value', '2019,1200', '2020,1300']],
		[
			'empty rows within, with signs and texts in place of figures below them',
			table(
				...['Year,City,Kind,Calls', '2019,A,Crisis,<5', '2019,B,Crisis,1200', ',,,', '2020,A,Crisis,1300'],
				...[
					'2020,B,Crisis,<5',
					'Total,,,2500',
					'',
					'2021,A,Crisis,n/a',
					'',
					'2021,B,Crisis,open',
					'2022,A,Crisis,9'
				]
			),
			[
				...['year,city,kind,value', '2019,a,crisis,[c]', '2019,b,crisis,1200', '2020,a,crisis,1300'],
				...['2020,b,crisis,[c]', '2021,a,crisis,[x]', '2022,a,crisis,9']
			]
		],
		[
			'names of columns that look like signs',
			table('Year,<18,None,Total', '2019,12,30,42', '2020,13,31,44', '2021,14,32,46'),
			[
				...['year,kind,value', '2019,under_18,12', '2019,none,30', '2019,total,42', '2020,under_18,13'],
				...['2020,none,31', '2020,total,44', '2021,under_18,14', '2021,none,32', '2021,total,46']
			]
		],
		[
			'a column of years in which one cell is none',
			table('Year,Cases', '2021,120', '2022,130', '2023,141', '2021 to 2023,391'),
			['year,value', '2021,120', '2022,130', '2023,141']
		],
		[
			'an empty row within, and the names of columns again',
			table('Year,Cases', '2019,1200', ',', 'Year,Cases', '2020,1300'),
			['year,value', '2019,1200', '2020,1300']
		]
	])('%s', async (_, text, rows) => {
		const { proposal, faults } = await started({ 'export.csv': text });
		expect(faults).toEqual([]);
		const [header, ...figures] = rowsOf(proposal, 'export.csv').map(String);
		expect([header, ...figures.sort()]).toEqual([rows[0], ...rows.slice(1).sort()]);
	});

	it('parts two tables of one sheet', async () => {
		const text = table('A', 'Year;Calls', '2019;5000', ';', 'B', 'Type;2019;2020', 'X;3000;4000');
		const { findings, faults } = await started({ 'two.csv': text });
		expect(faults).toEqual([]);
		expect(findings.tables.map(({ name, title }) => [name, title])).toEqual([
			['two', 'A'],
			['two_2', 'B']
		]);
	});

	it('reads Windows-1252 with its dashes and quotes', async () => {
		const bytes = new Uint8Array(
			Buffer.from(table('A\u0096B;2019;2020', 'Sur\u0092s \u00e9;3000;4000'), 'latin1')
		);
		const { proposal } = await started({ 'export.csv': bytes });
		expect(textOf(proposal, 'datapackage.json')).toContain('"Sur’s é"');
	});
});

describe('what is not taken', () => {
	it('is told with line, column and value; signs are never zero unless somebody says so', async () => {
		const text = table(
			'Type,2019,2020,Total',
			'A,3000,<5,3005',
			'B,–,40*,40',
			'C,about 30,9,9',
			',,,',
			'* by hand'
		);
		const { proposal } = await started({ 'export.csv': text });
		expect(rowsOf(proposal, 'export.csv').slice(1).map(String)).toEqual([
			...['2019,a,3000', '2019,b,[x]', '2020,a,[c]', '2020,b,40', '2020,c,9']
		]);
		expect(left(proposal.leftOut)).toEqual([
			...[
				[2, 'Total', '3005', 'total-over-time'],
				[2, '2020', '<5', 'range']
			],
			...[
				[3, 'Total', '40', 'total-over-time'],
				[3, '2019', '–', 'mark'],
				[3, '2020', '40*', 'mark']
			],
			...[
				[4, 'Total', '9', 'total-over-time'],
				[4, '2019', undefined, 'unread-figure']
			],
			[6, undefined, undefined, 'below']
		]);
		const zero = await started({ 'export.csv': text }, { 'export.sign.–': 'zero' });
		expect(rowsOf(zero.proposal, 'export.csv').map(String)).toContain('2019,b,0');
	});

	it('holds no cell of columns that may tell of a person', async () => {
		const text = table(
			'Year,Calls,Answered by,Phone,Notes',
			...['Ana Lopez,212-555-0101', 'John Smith,212-555-0102', 'Maria Cruz,212-555-0103'].map(
				(person, index) =>
					`${2019 + index},${5000 + index},${person},She called twice and asked for the night desk`
			)
		);
		const { findings, proposal, faults } = await started({ 'export.csv': text });
		expect(faults).toEqual([]);
		expect(findings.tables[0]?.personal.map(({ column, finding }) => [column, finding.kind])).toEqual([
			['Answered by', 'name'],
			['Phone', 'phone']
		]);
		const all = JSON.stringify([...proposal.files.keys()].map((path) => textOf(proposal, path)));
		for (const secret of ['Lopez', '555', 'twice'])
			expect(all + JSON.stringify(proposal.leftOut)).not.toContain(secret);
		expect(left(proposal.leftOut)).toEqual([
			[undefined, 'Answered by', undefined, 'personal'],
			[undefined, 'Phone', undefined, 'personal'],
			[undefined, 'Notes', undefined, 'free-text']
		]);
	});

	it('holds no decimals beside counts, so that the counts can be protected', async () => {
		const text = table('Mes;Llamadas;Espera (s);Horas', '2023-01;120;30,5;7,0', '2023-02;131,0;28,0;8,0');
		const { proposal } = await started({ 'export.csv': text });
		expect(rowsOf(proposal, 'export.csv').map(String)).toEqual([
			...['period,measure,unit,value', '2023-01,llamadas,llamadas,120', '2023-01,horas,horas,7'],
			...['2023-02,llamadas,llamadas,131', '2023-02,horas,horas,8']
		]);
		expect(left(proposal.leftOut)).toEqual([
			[2, 'Espera (s)', '30,5', 'decimals'],
			[3, 'Espera (s)', '28,0', 'decimals']
		]);
	});

	it('repeats no text of a file, wherever it stands', async () => {
		const text = table(
			'Prepared by Ana Lopez',
			'Year,Type,Calls',
			...['2017,Crisis,4000', '2018,Crisis,4500', '2019,Crisis,5000'],
			'"Bro"ken Ana Lopez',
			'2020,Crisis,ask Ana Lopez',
			'2021,Crisis,0981 555 123 4',
			',,',
			'Call Ana Lopez: 0981 555 123'
		);
		const { findings, proposal } = await started({ 'export.csv': text });
		expect(left(proposal.leftOut)).toEqual([
			...[
				[6, undefined, undefined, 'broken-row'],
				[1, undefined, undefined, 'above'],
				[7, 'Calls', undefined, 'unread-figure']
			],
			...[
				[7, 'Year', '2020', 'no-figure'],
				[7, 'Type', undefined, 'no-figure'],
				[8, 'Calls', undefined, 'unread-figure']
			],
			...[
				[8, 'Year', '2021', 'no-figure'],
				[8, 'Type', undefined, 'no-figure'],
				[10, undefined, undefined, 'below']
			]
		]);
		expect(findings.tables[0]?.title).toBe('Export');
		const all = [...proposal.files.keys()].map((path) => textOf(proposal, path)).join();
		expect(all + JSON.stringify(proposal.leftOut)).not.toMatch(/Lopez|555/);
	});

	it.each([
		['Date of birth', '1990-01-02', '1985-05-06'],
		['Fecha de nacimiento', '1990', '1985'],
		['Case ID', '1001', '1002'],
		['N.º de caso', '7', '8'],
		['Expediente', '7/24', '8/24'],
		['Nombre', 'A. L.', 'J. S.'],
		['E-mail', 'none', 'asked'],
		['Teléfono', '0981 555', 'none'],
		['Domicilio', 'Centro', 'Norte']
	])('holds nothing of the column “%s”, whatever the number of its rows', async (name, ...cells) => {
		const rows = cells.map((cell, at) => `${cell};${2019 + at};${5000 + at}`);
		const { findings, proposal } = await started(
			{ 'export.csv': table(`${name};Year;Calls`, ...rows) },
			{ 'export.records': 'counts' }
		);
		expect(findings.tables[0]?.personal.map(({ column }) => column)).toEqual([name]);
		expect(rowsOf(proposal, 'export.csv').map(String)).toEqual(['year,value', '2019,5000', '2020,5001']);
	});

	it.each([
		['counts by phone and e-mail', table('Year,Phone,Email,Calls', '2019,120,30,150', '2020,130,40,170')],
		['numbers of cases', table('Year,Number of cases', '2019,12', '2020,13')],
		['kinds of callers', table('Year,Caller type,Calls', '2019,Friend,40', '2019,Survivor,50')],
		['countries of birth', table('Country of birth,2019,2020', 'Mexico,30,40', 'Peru,20,30')]
	])('takes %s', async (_, text) => {
		const { findings } = await started({ 'export.csv': text });
		expect(findings.tables.map(({ personal, areRecords }) => [personal, areRecords])).toEqual([[[], false]]);
	});

	it.each([
		['a few counts of one', table('County,Year,Calls', 'Adams,2022,1', 'Brown,2022,1')],
		['small counts beside numbers of cases', table('Case ID,Year,Calls', '11,2022,2', '12,2023,1')],
		['rows that are alike without their numbers', table('Case ID,Year,Min', '11,2022,35', '12,2022,40')],
		['dates of birth', table('DOB,Year,Calls', '1990-01-02,2022,50', '1985-05-06,2023,60')]
	])('asks whether rows are people where there are %s, and leaves them out', async (_, text) => {
		const { answers, proposal } = await started({ 'export.csv': text });
		expect(answers['export.records']).toBe('people');
		expect(proposal.files.size).toBe(0);
	});

	it.each([
		['records without a count', table('Age,Sex,City', '17,F,A', '30,M,B')],
		['counts that are all one', table('City,Cases', ...Array.from({ length: 12 }, (_, at) => `C${at}x,1`))]
	])('%s are no table', async (_, text) => {
		const { proposal } = await started({ 'export.csv': text });
		expect(proposal.files.size).toBe(0);
		expect(proposal.leftOut.every(({ why, value }) => why !== 'records' || value === undefined)).toBe(true);
	});

	it.each<[string, Uint8Array | string, string]>([
		['a workbook', new TextEncoder().encode('PK\u0003\u0004 [Content_Types].xml'), 'workbook'],
		['nothing', '', 'empty'],
		['words alone', 'We have no figures yet.\n', 'no-table']
	])('%s is refused by name', async (_, bytes, why) => {
		const { findings } = await started({ 'export.csv': bytes });
		expect(findings.unread).toEqual([{ file: 'export.csv', why }]);
	});
});

describe('what is asked', () => {
	const files = {
		'export.csv': table('Type;2019;2020', 'A;1.234;2.345', 'Total;1.234;2.345'),
		'more.csv': table('Year,Women,Men', '2019,500,60', '2020,600,70')
	};

	it('has defaults on the safe side', async () => {
		const { proposal, faults } = await started(files);
		expect(faults).toEqual([]);
		const description = JSON.parse(textOf(proposal, 'datapackage.json')) as {
			disclosure: unknown;
			resources: { additivity?: { additivity: string }[] }[];
		};
		expect(description.disclosure).toEqual({ mode: 'protect', threshold: 11 });
		const rules = description.resources.flatMap(({ additivity = [] }) =>
			additivity.map((rule) => rule.additivity)
		);
		expect(new Set(rules)).toEqual(new Set(['none']));
		expect(rowsOf(proposal, 'more.csv')[0]).toContain('kind');
	});

	it('among which a table that does not say what it counts counts what all others do', async () => {
		const regions = { 'by-region.csv': 'Region,2023\nNorth,40\nSouth,50\n' };
		const years = { 'by-year.csv': 'Year,Cases\n2023,90\n' };
		const unitOf = async (...files: Record<string, string>[]) =>
			(await started(Object.assign({}, ...files) as Record<string, string>)).answers['by_region.unit'];
		expect(await unitOf(regions, years)).toBe('cases');
		expect(await unitOf(regions)).toBe('records');
		expect(await unitOf(regions, years, { 'calls.csv': 'Year,Calls\n2023,400\n' })).toBe('records');
	});

	it('and does what is answered, in both languages', async () => {
		const fiscal = table('Type,2021/22,2022/23', 'A,3000,4000');
		const { proposal, faults } = await started(
			{ ...files, 'fiscal.csv': fiscal },
			{
				publisher: 'Harbour Line',
				languages: 'es en',
				'export.unit': 'calls',
				'export.numbers': 'fraction',
				'export.additivity.type': 'additive',
				'export.basis': 'Night desk',
				'more.columns': 'category',
				'fiscal.yearStarts': '7',
				protect: 'no',
				license: 'cc-by',
				help: 'yes',
				'help.country': 'GB',
				'help.name': 'Harbour Line',
				'help.phone': '+44 20 7946 0000'
			}
		);
		expect(faults).toEqual([]);
		expect(rowsOf(proposal, 'export.csv').slice(0, 2).map(String)).toEqual([
			'year,type,basis,value',
			'2019,a,night_desk,1.234'
		]);
		expect(textOf(proposal, 'datapackage.json')).toContain('"yearStarts": 7');
		expect(rowsOf(proposal, 'more.csv')[0]).toEqual(['year', 'kind', 'value']);
		expect(JSON.parse(textOf(proposal, 'datapackage.json'))).toMatchObject({
			publisher: 'Harbour Line',
			languages: ['es', 'en'],
			limits: { es: expect.stringContaining('línea'), en: expect.stringContaining('line') },
			disclosure: { mode: 'inform' },
			licenses: [{ name: 'CC-BY-4.0' }],
			helpLines: { country: 'GB' }
		});
	});

	it('leaves faults that only a person can mend to the check', async () => {
		const { faults } = await started({ 'export.csv': table('Year,Cases', '2019,3000', '2019,4000') });
		expect(faults).toMatchObject([{ file: 'export.csv', row: 3, rule: 'two rows have the same key' }]);
	});
});
