import fs from 'node:fs';
import { describe, expect, it } from 'vitest';

const DOC = 'docs/accessibility.md';

/** Tests that a document names: a file in code, a colon, and the name or its beginning in quotes. */
function namedTests(text: string): [file: string, name: string][] {
	return [...text.replace(/\s*\n\s*/g, ' ').matchAll(/`(tests\/[^`]+)`: “([^”]+)”/g)].map(
		([, file = '', name = '']) => [file, name]
	);
}

/** The names that a file gives its tests. */
function testsIn(file: string): string[] {
	if (!fs.existsSync(file)) return [];
	const code = fs.readFileSync(file, 'utf8');
	return [...code.matchAll(/(?:test|it|describe|\))\(\s*(['`])(.+?)\1,/gs)].map(([, , name = '']) => name);
}

describe(DOC, () => {
	const named = namedTests(fs.readFileSync(DOC, 'utf8'));

	it('names many tests', () => {
		expect(named.length).toBeGreaterThan(30);
		expect(namedTests('`tests/a.ts`: “b\nc”')).toEqual([['tests/a.ts', 'b c']]);
	});

	it('names only tests that are there', () => {
		const missing = named.filter(
			([file, name]) => !testsIn(file).some((each) => each === name || each.startsWith(name))
		);
		expect(missing).toEqual([]);
	});
});
