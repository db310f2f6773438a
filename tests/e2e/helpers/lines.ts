import fs from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { FOLDER, descriptor, inEnglish, type Words } from './data.ts';

/** A help line of the package under test, in English. */
interface Line {
	country: string;
	kind: string;
	name: string;
	phone: string;
	text: string;
	word: string;
	tty: string;
	verified: string;
}

/** How the package names its lines: in a file, or as a list. */
const settings = (
	descriptor as {
		helpLines?: { path: string; country: string } | { name: Words; kind?: string; phone?: string }[];
	}
).helpLines;

function fromFile(file: string): Line[] {
	const text = fs.readFileSync(path.join(FOLDER, file), 'utf8').trim();
	return Papa.parse<Record<string, string>>(text, { header: true }).data.map((row) => ({
		country: row['country'] ?? '',
		kind: row['kind'] ?? '',
		name: row['name_en'] ?? row['name'] ?? '',
		phone: row['phone'] ?? '',
		text: row['text_number'] ?? '',
		word: row['text_word'] ?? '',
		tty: row['tty'] ?? '',
		verified: row['verified_on'] ?? ''
	}));
}

/** Every line. */
export const LINES: Line[] = Array.isArray(settings)
	? settings.map(({ name, kind = '', phone = '' }) => ({
			...{ country: '', kind, name: inEnglish(name), phone },
			...{ text: '', word: '', tty: '', verified: '' }
		}))
	: settings
		? fromFile(settings.path)
		: [];

/** Those that stand on every page. */
export const HOME = LINES.filter(
	({ country }) => !settings || Array.isArray(settings) || country === settings.country
);

const NAMES = new Intl.DisplayNames(['en'], { type: 'region' });

/** Names of the countries whose lines stand by country. */
export const COUNTRIES = [...new Set(LINES.map(({ country }) => country))].flatMap((code) =>
	code ? (NAMES.of(code) ?? []) : []
);
