import type { DataPackage } from './types.ts';

const primary = (tag: string) => tag.split('-')[0] ?? tag;

/** `title@es`: the text of `title` in another language. */
const TRANSLATED = /^([^@]+)@([a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)$/;

function languagesOf(value: unknown): string[] {
	const languages = (value as { languages?: unknown } | null)?.languages;
	const tags = Array.isArray(languages) ? languages.filter((tag) => typeof tag === 'string') : [];
	return tags.length ? tags.map(primary) : ['en'];
}

function joined(value: unknown, main: string): unknown {
	if (Array.isArray(value)) return value.map((each) => joined(each, main));
	if (typeof value !== 'object' || value === null) return value;
	const given = value as Record<string, unknown>;
	const found: Record<string, unknown> = {};
	for (const [key, child] of Object.entries(given)) {
		const [, base = '', language = ''] = TRANSLATED.exec(key) ?? [];
		if (typeof given[base] === 'string' && typeof child === 'string') {
			const texts = found[base];
			found[base] = { ...(typeof texts === 'object' ? texts : { [main]: given[base] }), [language]: child };
		} else found[key] ??= joined(child, main);
	}
	return found;
}

/**
 * A descriptor in which `title` and `title@es` are one text by language, `{ "en": "…", "es": "…" }`, as this project
 * reads it. Other values stay as they are.
 * @param value as parsed; `languages` names its languages, the main one first
 */
export function withTranslations(value: unknown): unknown {
	return joined(value, languagesOf(value)[0] ?? 'en');
}

function isTextByLanguage(
	value: unknown,
	[main = 'en', ...others]: string[]
): value is Record<string, string> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	const entries = Object.entries(value);
	return (
		Object.hasOwn(value, main) &&
		entries.every(([key, text]) => [main, ...others].includes(primary(key)) && typeof text === 'string')
	);
}

function parted(value: unknown, languages: string[]): unknown {
	if (Array.isArray(value)) return value.map((each) => parted(each, languages));
	if (typeof value !== 'object' || value === null) return value;
	const [main = 'en'] = languages;
	return Object.fromEntries(
		Object.entries(value).flatMap(([key, child]): [string, unknown][] => {
			if (!isTextByLanguage(child, languages)) return [[key, parted(child, languages)]];
			const others = Object.entries(child).filter(([language]) => language !== main);
			return [
				[key, child[main]],
				...others.map(([language, text]): [string, string] => [`${key}@${language}`, text])
			];
		})
	);
}

/**
 * A descriptor as the Data Package standard has it, where a title is one text: the one in the main language; those in
 * other languages stand beside it, `title@es`. `withTranslations` gives the descriptor back.
 */
export function asStandard(pkg: DataPackage): Record<string, unknown> {
	return parted(pkg, languagesOf(pkg)) as Record<string, unknown>;
}
