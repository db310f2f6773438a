import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as tools from '../../../src/lib/server/picture/tools.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const FOLDER = path.join(ROOT, '.cache/pictures');

/** The module as a new build has it. */
async function newBuild() {
	vi.resetModules();
	return (await import('../../../src/lib/server/picture/kept.ts')).kept;
}

let unique: string;
let made: string[];

beforeEach(() => {
	fs.mkdirSync(FOLDER, { recursive: true });
	unique = `test ${process.pid} ${performance.now()}`;
	made = [];
});

afterEach(() => {
	vi.restoreAllMocks();
	vi.doUnmock('../../../src/lib/server/picture/tools.ts');
});

async function ask(words: string): Promise<string> {
	const kept = await newBuild();
	const make = () => {
		made.push(words);
		return Promise.resolve(Buffer.from(words));
	};
	return (await kept([unique, words], make)).toString();
}

function withTools(versions: string[]) {
	vi.doMock('../../../src/lib/server/picture/tools.ts', () => ({ ...tools, drawnWith: () => versions }));
}

describe('pictures of earlier builds', () => {
	it('are taken again for the same words, and made anew for others', async () => {
		expect(await ask('one')).toBe('one');
		expect(await ask('one')).toBe('one');
		expect(await ask('two')).toBe('two');
		expect(made).toEqual(['one', 'two']);
	});

	it('are made anew where something else draws them', async () => {
		for (const version of ['1.0', '2.0', '2.0']) {
			withTools([`painter ${version}`]);
			await ask('one');
		}
		expect(made).toEqual(['one', 'one']);
	});

	it('stand in the project, whatever folder a build is called in', async () => {
		const before = new Set(fs.readdirSync(FOLDER));
		vi.spyOn(process, 'cwd').mockReturnValue('/nowhere');
		await ask('one');
		const added = fs.readdirSync(FOLDER).filter((name) => !before.has(name));
		expect(added.map((name) => fs.readFileSync(path.join(FOLDER, name), 'utf8'))).toContain('one');
	});

	it('go when no build has used them for a month', async () => {
		const [old, used] = ['old', 'used'].map((name) => path.join(FOLDER, `${name}-${process.pid}.png`));
		for (const [file, days] of [
			[old, 31],
			[used, 29]
		] as const) {
			fs.writeFileSync(file ?? '', '');
			const then = new Date(Date.now() - days * 86_400_000);
			fs.utimesSync(file ?? '', then, then);
		}
		await ask('one');
		expect([fs.existsSync(old ?? ''), fs.existsSync(used ?? '')]).toEqual([false, true]);
		fs.rmSync(used ?? '');
	});
});

describe('what draws a picture', () => {
	it('is named with the installed versions', () => {
		const { packages } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
			packages: Record<string, { version: string }>;
		};
		const named = [
			'@resvg/resvg-js',
			'@expo-google-fonts/source-sans-3',
			'@expo-google-fonts/source-serif-4'
		];
		expect(tools.drawnWith()).toEqual(
			named.map((name) => `${name} ${packages[`node_modules/${name}`]?.version}`)
		);
	});

	it('has all its fonts among the named packages', () => {
		const named = tools.drawnWith().map((tool) => tool.split(' ')[0]);
		for (const file of tools.FONT_FILES) expect(named.some((name) => file.includes(`/${name}/`))).toBe(true);
	});
});
