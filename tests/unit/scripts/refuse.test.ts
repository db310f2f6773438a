import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const PRIVATE = 'tests/fixtures/private-line';
let root: string;
beforeAll(() => {
	root = mkdtempSync(path.join(tmpdir(), 'refuse-'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** Builds as `npm run build` does; gives what is said and whether anything was written. */
function build(folder: string) {
	const site = path.join(root, 'site');
	const env = { ...process.env, HOTLINE_DATA: folder, BUILD_DIR: site };
	const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], { env, encoding: 'utf8' });
	return { status, said: stderr, written: existsSync(site) };
}

it('the build stops before it writes anything where a small count would be published', () => {
	const { status, said, written } = build(path.resolve(PRIVATE));
	expect([status, written]).toEqual([1, false]);
	expect(said).toContain(
		'districts.csv:17:-: year 2020, district north, venue hotel: a count below 11 is published'
	);
	expect(said).toContain('Nothing was built.');
	// What is said of a figure does not name it.
	expect(said).not.toContain('CANARY');
});

it('and where a withheld figure can be worked out', () => {
	const folder = path.join(root, 'told');
	cpSync(PRIVATE, folder, { recursive: true });
	const file = path.join(folder, 'districts.csv');
	const hidden = readFileSync(file, 'utf8').replace(
		/^(2020,(?:south,home|north,hotel)),.*$/gm,
		'$1,[c],,REP,'
	);
	writeFileSync(file, hidden);
	const { status, said, written } = build(folder);
	expect([status, written]).toEqual([1, false]);
	expect(said).toMatch(
		/district south, venue home: a withheld figure can be worked out to fewer than 11 values/
	);
	expect(said).not.toContain('a count below 11');
});
