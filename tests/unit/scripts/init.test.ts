import { execFile } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { check } from '../../../scripts/data/check.ts';
import { init } from '../../../scripts/data/init.ts';
import { passBrokenPipe } from '../../../scripts/lib/brokenPipe.ts';
import { checkPackage } from '../../../src/lib/charts/catalog/checkPackage.ts';
import { formatFault, memoryFiles } from '../../../src/lib/package/index.ts';

const EXPORTS = 'tests/fixtures/exports';
let root: string;
beforeAll(async () => (root = await mkdtemp(join(tmpdir(), 'init-'))));
afterAll(() => rm(root, { recursive: true }));

/** What a command prints, and its exit code. */
interface Run {
	code: number;
	out: string;
	err: string;
}

/** Runs the program as a person does. */
async function program(...args: string[]): Promise<Run> {
	const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/data.ts', ...args]);
	try {
		const { stdout, stderr } = await run;
		return { code: 0, out: stdout, err: stderr };
	} catch (error) {
		const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
		return { code, out: stdout, err: stderr };
	}
}

/** Runs a command within this process, which is quicker by seconds. */
async function within(command: () => Promise<number>): Promise<Run> {
	const told: string[] = [];
	const wrong: string[] = [];
	const log = vi.spyOn(console, 'log').mockImplementation((text: string) => void told.push(text));
	const error = vi.spyOn(console, 'error').mockImplementation((text: string) => void wrong.push(text));
	const code = await command().finally(() => {
		log.mockRestore();
		error.mockRestore();
	});
	return { code, out: told.join('\n'), err: wrong.join('\n') };
}

const start = (...args: string[]) => within(() => init([...args, '--yes']));

const printedFaults = (out: string) => out.split('\n').filter((line) => /^[\w.-]+:[\d-]+:/.test(line));

it('a command goes on where nobody reads its output any more, and tells every other failure', () => {
	const stream = new EventEmitter();
	passBrokenPipe(stream);
	const fail = (code: string) => () => stream.emit('error', Object.assign(new Error(code), { code }));
	expect(fail('EPIPE')).not.toThrow();
	expect(fail('ENOSPC')).toThrow('ENOSPC');
});

describe('data init', () => {
	it('makes the package of docs/publish.md, tells what it took and left out, and overwrites nothing', async () => {
		const out = join(root, 'valley');
		const guide = await readFile('docs/publish.md', 'utf8');
		const command = /npm run data -- (init .*)/.exec(guide)?.[1]?.split(' ') ?? [];
		const words = command.map((word) => (word === 'my-data' ? out : word));
		const made = await program(...words);
		expect(made.out).toContain('The check finds no fault.');
		expect(made.code).toBe(0);
		expect(made.out).toContain('may hold names of people');
		expect(made.out).toContain('Who publishes these figures? Publisher not named yet  (publisher)');
		// What the guide shows of the output and of the files is what comes out.
		const shown = [...guide.matchAll(/```(?:text|csv)\n([\s\S]*?)```/g)].flatMap(([, text = '']) =>
			text.trim().split('\n')
		);
		const files = await Promise.all((await readdir(out)).map((name) => readFile(join(out, name), 'utf8')));
		const all = [made.out, ...files].join('\n');
		expect(shown.filter((line) => line !== '…' && !all.includes(line.trim()))).toEqual([]);
		expect(all).not.toContain('Lopez');
		const again = await start(...words.slice(1));
		expect(again).toMatchObject({ code: 1, err: expect.stringContaining('is not empty') });
	});

	it('takes answers from a file, and refuses those that fit no question', async () => {
		const answers = join(root, 'answers.json');
		await writeFile(answers, JSON.stringify({ publisher: 'Valley Line', asOf: '2024-03-31' }));
		const out = join(root, 'answered');
		const run = await start(join(EXPORTS, 'contacts.csv'), '--out', out, '--answers', answers);
		expect(run.code).toBe(0);
		const description = JSON.parse(await readFile(join(out, 'datapackage.json'), 'utf8')) as object;
		expect(description).toMatchObject({ publisher: 'Valley Line', asOf: '2024-03-31' });
		await writeFile(answers, JSON.stringify({ asOf: '31.3.2024', colour: 'blue' }));
		const wrong = await start(join(EXPORTS, 'contacts.csv'), '--out', join(root, 'no'), '--answers', answers);
		expect(wrong.code).toBe(2);
		expect(wrong.err).toMatch(
			/asOf: 31\.3\.2024: this answer does not fit[\s\S]*colour: there is no such question/
		);
	});

	it('finds the faults that the check finds, in the same words, on a disk and in memory', async () => {
		const file = join(root, 'twice.csv');
		await writeFile(file, 'Year,Cases\n2019,3000\n2019,4000\n');
		const out = join(root, 'twice');
		const made = await start(file, '--out', out, '--yes');
		expect(made.code).toBe(1);
		// The lines are those of the file that somebody can mend, and it is said where to do so.
		expect(printedFaults(made.out)).toEqual([
			expect.stringMatching(
				/^twice\.csv:3:Year: 2019: two rows have the same key, line 2 has it too.* in your file/
			)
		]);
		expect(made.out).toContain(`npm run data -- check ${out}`);
		await cp('tests/fixtures/other-line', join(root, 'other'), { recursive: true });
		await writeFile(
			join(root, 'other', 'contacts.csv'),
			'year,measure,value,source_id,note\n2019,calls,"1,4",REP,\n'
		);
		for (const folder of [out, join(root, 'other')]) {
			const names = (await readdir(folder)).filter((name) => /\.(?:csv|json)$/.test(name));
			const bytes = await Promise.all(names.map((name) => readFile(join(folder, name))));
			const inMemory = await checkPackage(
				memoryFiles(new Map(names.map((name, at) => [name, bytes[at] as Uint8Array])))
			);
			const told = inMemory.faults.map(formatFault);
			expect(told.length).toBeGreaterThan(0);
			const checked = await within(() => check(folder));
			expect(printedFaults(checked.out)).toEqual(told);
			if (folder === out) expect(told).toEqual([expect.stringMatching(/two rows have the same key, line 2/)]);
			else expect(printedFaults((await start(join(folder, 'datapackage.json'))).out)).toEqual(told);
		}
	});
});
