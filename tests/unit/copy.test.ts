import fs from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { faultsOf } from './copyFaults.ts';

function filesBelow(folder: string, ending: RegExp): string[] {
	if (!fs.existsSync(folder)) return [];
	return fs
		.readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => path.join(folder, file))
		.filter(
			(file) => ending.test(file) && !/compiled|project\.inlang/.test(file) && fs.statSync(file).isFile()
		);
}

/** Every text of a JSON value with the way to it; addresses and keys are no words. */
function textsOf(value: unknown, at: string): [at: string, text: string][] {
	if (typeof value === 'string') return /^https?:|\$schema/.test(value) ? [] : [[at, value]];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, child]) => textsOf(child, `${at} > ${key}`));
}

function faultsIn(value: unknown, at: string): string[] {
	return textsOf(value, at).flatMap(([where, text]) => faultsOf(text).map((fault) => `${where}: ${fault}`));
}

function readJson(file: string): unknown {
	return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/** What stands between the tags of a component. */
function markupText(component: string): string {
	return component
		.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
		.replace(/<!--[\s\S]*?-->/g, ' ')
		.replace(/<[^>]*>/g, (tag) =>
			[...tag.matchAll(/(?:title|alt|aria-label|placeholder)="([^"{]*)"/g)].join(' ')
		)
		.replace(/\{[^{}]*\}/g, ' ');
}

interface Names {
	resources: {
		name: string;
		path: string;
		title: unknown;
		schema: { fields: { role?: string; categories?: { value: string }[] }[] };
	}[];
}

const descriptor = readJson('data/datapackage.json') as Names;
const MESSAGES = filesBelow('src/lib/words/messages', /\.json$/);
const PROSE = [
	...filesBelow('src/lib/words/prose', /\.md$/),
	...filesBelow('docs', /\.md$/),
	...filesBelow('data/learn', /\.md$/),
	'README.md',
	'CONTRIBUTING.md',
	'CHANGELOG.md'
];
const TABLES = filesBelow('data', /\.csv$/).filter((file) => !file.includes('releases'));
const COMPONENTS = filesBelow('src', /\.svelte$/);

/** A line whose own unit has such a name keeps it. */
function isOwnUnit(fault: string, file: string): boolean {
	const resource = descriptor.resources.find((each) => file.endsWith(each.path));
	return (
		/modern slavery/i.test(JSON.stringify(resource?.title ?? '')) &&
		/: (modern slavery|esclavitud moderna)$/i.test(fault)
	);
}

describe('the words a reader sees', () => {
	it('finds what it looks for', () => {
		expect(MESSAGES.length).toBeGreaterThanOrEqual(4);
		expect(PROSE.length).toBeGreaterThanOrEqual(4);
		expect(PROSE).toContain('data/learn/law.en.md');
		expect(TABLES).toContain('data/help_lines.csv');
		expect(TABLES.length).toBeGreaterThan(10);
		expect(COMPONENTS.length).toBeGreaterThan(50);
		expect(markupText('<p title="The hub">{a} hotspot</p><style>p{}</style>')).toMatch(/The hub.* hotspot/);
		const bad = [
			'A trafficking hotspot.',
			'Confirmed victims',
			'The hub',
			'It shows the prevalence of trafficking. It is not nice.',
			'Modern slavery in numbers',
			'Calls soared',
			'staff recognised it',
			'in colour',
			'Las víctimas confirmadas',
			'Un foco rojo',
			'Fueron rescatadas',
			'La esclavitud moderna',
			'migrantes ilegales',
			'El tráfico de personas',
			'Muestra la prevalencia de la trata.'
		];
		for (const text of bad) expect(faultsOf(text), text).not.toEqual([]);
		const good = [
			'It does not measure the prevalence of trafficking.',
			'No mide la prevalencia de la trata.',
			'The Modern Slavery & Exploitation Helpline',
			'the Organisation for Security',
			'El tráfico ilícito de migrantes es otra cosa.'
		];
		for (const text of good) expect(faultsOf(text), text).toEqual([]);
	});

	it.each(MESSAGES)('%s', (file) => {
		const faults = faultsIn(readJson(file), file);
		// Words that names of lines are held against are never shown.
		expect(faults.filter((fault) => !fault.includes('> press_article_words:'))).toEqual([]);
	});

	it('the descriptor', () => {
		const { resources, ...others } = descriptor;
		const faults = resources.flatMap((resource) =>
			faultsIn(resource, resource.name).filter((fault) => !isOwnUnit(fault, resource.path))
		);
		expect([...faults, ...faultsIn(others, 'package')]).toEqual([]);
	});

	it.each(PROSE)('%s', (file) => {
		expect(faultsOf(fs.readFileSync(file, 'utf8'))).toEqual([]);
	});
});

describe('words that stand in figures and components', () => {
	it('the rows of the tables', () => {
		const faults = TABLES.flatMap((file) => {
			const { data } = Papa.parse<Record<string, string>>(fs.readFileSync(file, 'utf8'), { header: true });
			return data.flatMap((row, at) =>
				// Titles and publishers of sources are quotations.
				Object.entries(row)
					.filter(([column]) => /^(notes?|reason|for|hours)(_[a-z]+)?$/.test(column))
					.flatMap(([, cell]) => faultsOf(cell).map((fault) => `${file}, row ${at + 2}: ${fault}`))
			);
		});
		expect(faults.filter((fault) => !isOwnUnit(fault, fault.split(',')[0] ?? ''))).toEqual([]);
	});

	it('the markup of the components', () => {
		const faults = COMPONENTS.flatMap((file) =>
			faultsOf(markupText(fs.readFileSync(file, 'utf8'))).map((fault) => `${file}: ${fault}`)
		);
		expect(faults).toEqual([]);
	});
});

describe('the code knows no hotline by name', () => {
	const NAMES =
		/polaris|befree|human ?trafficking ?hotline|888-?373|373-?7888|233733|\bCTDC\b|consejo ciudadano|modern slavery (&|and) exploitation/i;
	// Short names such as `sources` are words of the code as well.
	const ownNames = [
		...descriptor.resources.map((resource) => resource.name),
		...descriptor.resources.flatMap((resource) =>
			resource.schema.fields
				.filter((field) => field.role === 'measure' || field.role === 'basis')
				.flatMap((field) => (field.categories ?? []).map((category) => category.value))
		)
	].filter((name) => name.includes('_'));
	const files = [
		...filesBelow('src', /\.(ts|svelte|css|html|json|md)$/),
		...filesBelow('scripts', /\.(ts|mjs)$/)
	];

	it('finds what it looks for', () => {
		expect(files.length).toBeGreaterThan(50);
		expect(ownNames).toContain('calls_all');
		expect(ownNames).toContain('types_by_year');
		expect('The Polaris data').toMatch(NAMES);
	});

	it('in any file of src and scripts', () => {
		const own = new RegExp(`\\b(${ownNames.join('|')})\\b`);
		const found = files.flatMap((file) => {
			const text = fs.readFileSync(file, 'utf8');
			return [NAMES.exec(text)?.[0], own.exec(text)?.[0]].flatMap((name) =>
				name ? [`${file}: ${name}`] : []
			);
		});
		expect(found).toEqual([]);
	});
});

describe('the code and its texts know no country', () => {
	const COUNTRIES =
		/\b(U\.S\.|U\.K\.|UK\b|United (States|Kingdom)|Estados Unidos|EE\. ?UU\.|Reino Unido|estadounidenses?|Homeland|FBI\b|DHS\b|TVPA\b|ZIP codes?|California|Texas|M[eé]xico|1-8(00|88)-\d|911\b)/;
	/** Who published a source is named as it names itself. */
	const CITED = /^\[\^\w+\]:|https:\/\/www\.state\.gov\/media-best-practices\//;
	const files = filesBelow('src', /\.(ts|svelte|css|html|json|md)$/);

	/** Explanations in the code are no part of what it does: they name examples and where formulas come from. */
	const withoutComments = (text: string) => text.replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$|<!--[^]*?-->/gm, '');

	const faultsOfCountry = (text: string) =>
		withoutComments(text)
			.split('\n')
			.filter((line) => !CITED.test(line))
			.flatMap((line) => COUNTRIES.exec(line)?.[0] ?? []);

	it('finds what it looks for', () => {
		for (const text of ['Calls in the U.S. rose', 'En Estados Unidos', 'Call 911.', 'the UK helpline']) {
			expect(faultsOfCountry(text), text).toHaveLength(1);
		}
		expect(faultsOfCountry('/** A place: "Texas". */\n[^a]: U.S. Department of State.')).toEqual([]);
	});

	it('in any file of src', () => {
		const found = files.flatMap((file) =>
			faultsOfCountry(fs.readFileSync(file, 'utf8')).map((word) => `${file}: ${word}`)
		);
		expect(found).toEqual([]);
	});
});
