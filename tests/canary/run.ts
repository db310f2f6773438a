/**
 * `npm run test:canary`: a private package whose withheld figures are like no other number is protected, taken away, and
 * its protected copy built; no file of the copy or of the site holds one of them. A second private package, which differs
 * from the first only in what is withheld, gives the same copy, so that nothing built from it can differ. Ends with a
 * count, as the other tests do.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { protect } from '../../scripts/data/protect.ts';
import { runNode } from '../../scripts/lib/run.mjs';
import { contentsOf, filesBelow } from './contents.ts';
import { knownOf, type Known } from './known.ts';
import { writePrivate } from './package.ts';
import { patternOf } from './search.ts';
import { CANARY } from './valleys.ts';

const AT = '.cache/canary';
const [SECRET, OPEN, SITE] = ['private', 'public', 'site'].map((name) => path.join(AT, name)) as [
	string,
	string,
	string
];
/** Kinds of files in which figures stand: what is published must be found there, or the search sees nothing. */
const KINDS = ['html', 'json', 'csv', 'svg', 'parquet', 'zip', 'br', 'gz'];
const FEWEST = 10;

/** Protects both variants of the private package, and leaves the copy of the first alone; what it withholds. */
async function protectBoth(): Promise<Known | string> {
	const copies: string[] = [];
	let known: Known | undefined;
	for (const variant of [
		{ moved: 0, isReversed: false },
		{ moved: 1_013, isReversed: true }
	]) {
		const open = known ? `${OPEN}-other` : OPEN;
		writePrivate(SECRET, variant);
		if ((await protect(SECRET, open)) !== 0) return 'The private package could not be protected.';
		known ??= knownOf(SECRET, open);
		const files = [...filesBelow(open)].map(([name, bytes]) => [name, bytes.toString('latin1')] as const);
		copies.push(JSON.stringify(files.sort(([one], [other]) => (one < other ? -1 : 1))));
	}
	rmSync(SECRET, { recursive: true });
	if (new Set(copies).size > 1) return 'What is withheld shows in the protected copy.';
	const { withheld = [], shares = [], complements = 0 } = known ?? {};
	if (!known || Math.min(withheld.length / FEWEST, shares.length, complements) < 1) {
		return 'Too little is withheld for a search.';
	}
	return known;
}

/** Everything that is wrong; empty where all is well. */
async function faults(): Promise<string[]> {
	rmSync(AT, { recursive: true, force: true });
	const known = await protectBoth();
	if (typeof known === 'string') return [known];
	const env = { HOTLINE_DATA: OPEN, BUILD_DIR: SITE, SITE_ADDRESS: 'https://example.org/' };
	if ((await runNode('scripts/build.mjs', [], { env })) !== 0) return ['The site could not be built.'];
	const secret = patternOf({ numbers: known.withheld, shares: known.shares, words: [CANARY] });
	const open = patternOf({ numbers: known.published });
	const found: string[] = [];
	const shown = new Set<string>();
	let files = 0;
	for (const folder of [OPEN, SITE]) {
		for (const [name, bytes] of filesBelow(folder)) {
			files++;
			for (const { path: at, kind, text } of await contentsOf(name, bytes)) {
				for (const each of new Set(text.match(secret))) found.push(`${folder}/${at} holds ${each}`);
				if (!shown.has(kind) && text.search(open) >= 0) shown.add(kind);
			}
		}
	}
	console.log(
		`${files} files were searched for ${known.withheld.length} numbers and ${known.shares.length} shares.`
	);
	const blind = KINDS.filter((kind) => !shown.has(kind));
	return [...found, ...blind.map((kind) => `No published figure was found in any file of the kind ${kind}.`)];
}

const found = await faults();
for (const each of found) console.error(each);
console.log(`${found.length ? 0 : 1} passed, ${found.length} failed`);
process.exitCode = found.length ? 1 : 0;
