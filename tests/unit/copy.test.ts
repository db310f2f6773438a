import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Words that hurt, sensationalise or claim more than the figures can say. */
const FORBIDDEN: RegExp[] = [
	/\bhot-?\s?spots?\b/i,
	/\bhubs?\b/i,
	/\bconfirmed\s+(victim|case|trafficking|situation)/i,
	/\bsex(ual)?\s+slaves?\b/i,
	/\bslaves\b/i,
	/\bmodern[- ]day slave/i,
	/\bprostitutes?\b/i,
	/\bchild\s+(prostitut|porn)/i,
	/\billegal\s+(alien|immigrant|migrant)s?\b/i,
	/\b(rescue[ds]?|rescuing)\b/i,
	/\bepidemic\b/i,
	/\bshocking|horrif|harrowing\b/i,
	/\breal[- ]time\b/i,
	/\bclick here\b/i
];

/** Words that may stand only in a sentence that denies measuring. */
const DENIED_ONLY = /\b(prevalence|how (common|widespread)|extent of trafficking)\b/i;
const DENIAL = /\b(not|never|cannot|no|nor|neither)\b|n['’]t\b/i;

function faultsOf(text: string): string[] {
	const sentences = text.split(/(?<=[.!?:])\s+|\n{2,}/);
	return [
		...FORBIDDEN.flatMap((pattern) => pattern.exec(text)?.[0] ?? []),
		...sentences.filter((sentence) => DENIED_ONLY.test(sentence) && !DENIAL.test(sentence))
	];
}

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

function readJson(file: string): unknown {
	return JSON.parse(fs.readFileSync(file, 'utf8'));
}

interface Names {
	resources: { name: string; schema: { fields: { role?: string; categories?: { value: string }[] }[] } }[];
}

const descriptor = readJson('data/datapackage.json') as Names;
const MESSAGES = filesBelow('src/lib/words/messages', /\.json$/);
const PROSE = [...filesBelow('src/lib/words/prose', /\.md$/), 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];

describe('the words a reader sees', () => {
	it('finds what it looks for', () => {
		expect(MESSAGES.length).toBeGreaterThanOrEqual(4);
		expect(PROSE.length).toBeGreaterThanOrEqual(4);
		const bad = [
			'A trafficking hotspot.',
			'Confirmed victims',
			'The hub',
			'It shows the prevalence of trafficking. It is not nice.'
		];
		for (const text of bad) expect(faultsOf(text), text).not.toEqual([]);
		expect(faultsOf('It does not measure the prevalence of trafficking.')).toEqual([]);
	});

	it.each([...MESSAGES, 'data/datapackage.json'])('%s', (file) => {
		const faults = textsOf(readJson(file), file).flatMap(([at, text]) =>
			faultsOf(text).map((fault) => `${at}: ${fault}`)
		);
		expect(faults).toEqual([]);
	});

	it.each(PROSE)('%s', (file) => {
		expect(faultsOf(fs.readFileSync(file, 'utf8'))).toEqual([]);
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
