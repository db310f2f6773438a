import type { Fault } from '../types.ts';
import { lineOfPath, listed, nearest, offer } from '../fault.ts';

/** An object of the descriptor whose values are not yet checked. */
export type Json = Record<string, unknown>;

/** `parent.name`, or `name` at the top. */
export function under(path: string, name: string): string {
	return path === '' ? name : `${path}.${name}`;
}

/** Whether a text is a language code of BCP 47, such as `en` or `es-MX`. */
export function isLanguage(value: string): boolean {
	return /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(value);
}

function asText(value: unknown): string | undefined {
	if (value === undefined) return undefined;
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Gathers the faults of a descriptor; each knows its path and the line that holds it. */
export class Checker {
	readonly faults: Fault[] = [];
	/** Languages that the package names: a text that is given by language has each of them. */
	languages: readonly string[] = [];

	constructor(
		private readonly file: string,
		private readonly lines: Map<string, number>
	) {}

	fault(path: string, value: unknown, rule: string, mend: string): void {
		this.faults.push({
			file: this.file,
			row: lineOfPath(this.lines, path),
			column: path === '' ? undefined : path,
			value: asText(value),
			rule,
			mend
		});
	}

	/** An object; names that look like a misspelt `known` one are faults, other names are let be. */
	object(path: string, value: unknown, known: readonly string[]): Json | undefined {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) {
			this.fault(path, value, 'this must be an object', 'write it in braces: { … }');
			return undefined;
		}
		const names = Object.keys(value);
		const absent = known.filter((name) => !names.includes(name));
		for (const name of names) {
			const meant = known.includes(name) ? undefined : nearest(name, absent);
			if (meant) this.fault(under(path, name), name, 'this property is not known', `did you mean ${meant}?`);
		}
		return value as Json;
	}

	/** A list, empty where it is absent. */
	list(path: string, value: unknown, required = false): unknown[] {
		if (value === undefined && !required) return [];
		if (Array.isArray(value)) return value;
		this.fault(path, value, 'this must be a list', 'write it in square brackets: [ … ]');
		return [];
	}

	/** Text that is not blank. */
	string(path: string, value: unknown, required = true): string | undefined {
		if (value === undefined && !required) return undefined;
		if (typeof value === 'string' && value.trim() !== '') return value;
		this.fault(path, value, 'this must be a text that is not empty', 'write it in double quotes');
		return undefined;
	}

	/** Text, or texts by language. */
	text(path: string, value: unknown, required = true): void {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) {
			this.string(path, value, required);
			return;
		}
		const languages = Object.keys(value);
		if (languages.length === 0) {
			this.fault(path, value, 'a text by language needs a language', 'write { "en": "…" }');
		}
		for (const language of languages) {
			const inner = under(path, language);
			if (!isLanguage(language)) {
				this.fault(inner, language, 'this is not a language code', 'use codes such as en or es');
			}
			this.string(inner, (value as Json)[language]);
		}
		const has = (language: string) =>
			languages.includes(language) || languages.includes(language.split('-')[0] ?? language);
		for (const language of this.languages.filter((each) => !has(each))) {
			const rule = 'a text by language has every language of the package';
			this.fault(path, language, rule, `add "${language}", or remove it from languages`);
		}
	}

	boolean(path: string, value: unknown, required = false): void {
		if (typeof value === 'boolean' || (value === undefined && !required)) return;
		this.fault(path, value, 'this must be true or false', 'write true or false without quotes');
	}

	oneOf(path: string, value: unknown, allowed: readonly string[], required = false): boolean {
		if (value === undefined && !required) return true;
		if (typeof value === 'string' && allowed.includes(value)) return true;
		const mend = typeof value === 'string' ? offer(value, allowed) : `use ${listed(allowed)}`;
		this.fault(path, value, 'this is not one of the values known here', mend);
		return false;
	}

	/** Each of a list must be new; `same` tells what counts as equal. */
	unique(entries: { path: string; value: string }[], rule: string, same = (value: string) => value): void {
		const seen = new Map<string, string>();
		for (const { path, value } of entries) {
			const key = same(value);
			const first = seen.get(key);
			if (first === undefined) seen.set(key, path);
			else this.fault(path, value, rule, `it stands at ${first} already; give one of them another`);
		}
	}
}
