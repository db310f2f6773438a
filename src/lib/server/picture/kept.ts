import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder } from '../projectFolder.ts';
import { drawnWith } from './tools.ts';

/** Raised when reducing the colours or writing the file changes: the same words then give another file. */
const EDITION = 1;
const DAYS_KEPT = 30;

const folder = path.join(projectFolder(), '.cache/pictures');

let tidied: Promise<void> | undefined;

/** Files that no build has used for a while go, once a build; another build may tidy at the same time. */
async function tidy(): Promise<void> {
	await mkdir(folder, { recursive: true });
	const oldest = Date.now() - DAYS_KEPT * 86_400_000;
	for (const name of await readdir(folder)) {
		const file = path.join(folder, name);
		const found = statSync(file, { throwIfNoEntry: false });
		if (found && found.mtimeMs < oldest) await rm(file, { force: true });
	}
}

/**
 * The file that was made from the same words by the same tools in an earlier build, else a new one, which is kept.
 * @param words everything that the file is made from
 */
export async function kept(words: string[], make: () => Promise<Buffer>): Promise<Buffer> {
	await (tidied ??= tidy());
	const hash = createHash('sha256').update(JSON.stringify([EDITION, drawnWith(), words]));
	const file = path.join(folder, `${hash.digest('hex')}.png`);
	if (existsSync(file)) {
		const now = new Date();
		await utimes(file, now, now);
		return readFile(file);
	}
	const made = await make();
	// Two builds may run at once: a file is there whole or not at all.
	const part = `${file}.${process.pid}`;
	await writeFile(part, made);
	await rename(part, file);
	return made;
}
