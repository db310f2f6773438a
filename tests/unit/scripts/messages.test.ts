import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { MESSAGES, messageFaults } from '../../../scripts/lib/messages.mjs';

function messages(files: Record<string, Record<string, unknown>>): string {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'messages-'));
	onTestFinished(() => fs.rmSync(folder, { recursive: true }));
	for (const [file, content] of Object.entries(files)) {
		fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
		fs.writeFileSync(path.join(folder, file), JSON.stringify(content));
	}
	return folder;
}

it('finds the words of every language complete', () => {
	const languages = fs.readdirSync(MESSAGES);
	expect(languages.length).toBeGreaterThan(1);
	expect(languages.flatMap((language) => messageFaults(language))).toEqual([]);
});

it('names every message that a language lacks, has besides, or fills in otherwise', () => {
	const folder = messages({
		'en/a.json': { one: 'One', two: 'Two {name}', three: [{ match: { 'count=one': '{count} call' } }] },
		'en/b.json': { four: 'Four' },
		'es/a.json': {
			two: 'Dos {nombre}',
			three: [{ match: { 'count=one': '{count} llamada' } }],
			five: 'Cinco'
		}
	});
	expect(messageFaults('en', folder)).toEqual([]);
	const empty = messages({
		'en/a.json': { one: 'One', two: [{ match: { 'count=one': 'a', 'count=other': 'b' } }], three: ' ' },
		'es/a.json': { one: '', two: [{ match: { 'count=one': 'a', 'count=other': '' } }], three: 'Tres' }
	});
	expect(messageFaults('es', empty)).toEqual(['es/a.json: one is empty', 'es/a.json: two is empty']);
	expect(messageFaults('en', empty)).toEqual(['en/a.json: three is empty']);
	expect(messageFaults('es', folder)).toEqual([
		'es/a.json: one is missing',
		'es/a.json: two fills in nombre, not name',
		'es/a.json: five is not in en/a.json',
		'es/b.json: the file is missing'
	]);
});
