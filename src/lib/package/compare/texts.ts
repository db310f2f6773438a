import type { DataPackage } from '../types.ts';
import type { TextChange } from './types.ts';

/** What differs between any two versions, or says nothing of the data. */
const PASSED_OVER = ['version', 'bytes', 'hash', 'embeds', 'helpLines', 'exit'];

/** The name of a list's entry where it has one, so that an entry more does not move all that follow. */
function entryName(entry: unknown, index: number): string {
	const { name, id, value, dimension } = (entry ?? {}) as Record<string, unknown>;
	const found = [name, id, value].find((each) => typeof each === 'string');
	if (found !== undefined) return String(found);
	return typeof dimension === 'string' ? `${dimension}-${index}` : String(index);
}

function leaves(value: unknown, path: string, found: Map<string, string>): void {
	if (typeof value !== 'object' || value === null) {
		if (value !== undefined) found.set(path, String(value));
		return;
	}
	const entries: [string, unknown][] = Array.isArray(value)
		? value.map((each, index) => [entryName(each, index), each])
		: Object.entries(value).filter(([name]) => path !== '' || !PASSED_OVER.includes(name));
	for (const [name, child] of entries) {
		if (PASSED_OVER.includes(name) && /^resources\.[^.]+$/.test(path)) continue;
		leaves(child, path === '' ? name : `${path}.${name}`, found);
	}
}

/** Every text and setting of the descriptors that is new, gone or other; the version and settings of the site aside. */
export function compareTexts(before: DataPackage, after: DataPackage): TextChange[] {
	const [read, now] = [new Map<string, string>(), new Map<string, string>()];
	leaves(before, '', read);
	leaves(after, '', now);
	// A text that has a translation now is the same text.
	const main = (after.languages?.[0] ?? 'en').split('-')[0] ?? 'en';
	const inMain = (path: string) => (!now.has(path) && now.has(`${path}.${main}`) ? `${path}.${main}` : path);
	const old = new Map([...read].map(([path, text]) => [inMain(path), text]));
	const paths = [...now.keys(), ...[...old.keys()].filter((path) => !now.has(path))];
	return paths
		.filter((path) => old.get(path) !== now.get(path))
		.map((path) => ({ path, before: old.get(path), after: now.get(path) }));
}
