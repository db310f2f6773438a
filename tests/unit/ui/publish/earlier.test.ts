import { describe, expect, it } from 'vitest';
import { packed } from '../../../../src/lib/ui/publish/archive.ts';
import { publishedReleases, standingOf } from '../../../../src/lib/ui/publish/earlier.ts';
import type { StartFile } from '../../../../src/lib/ui/publish/types.ts';
import { ask, bytesOf, newSession, startedWith, unpacked } from './session.ts';

const sheet = (east: number, total: number) =>
	`Region,2021,2022\nNorth,7,731\nSouth,843,859\nEast,${east},8\nTotal,${total},1598\n`;

/** What was published first, with its release kept as the command keeps it, and the names of what stands in it. */
async function published(): Promise<{ archive: StartFile[]; files: Map<string, Uint8Array> }> {
	const session = await startedWith(sheet(419, 1269));
	const { bytes } = await ask(session, { task: 'protect', answers: {} }, 'protected');
	const files = unpacked(bytes ?? new Uint8Array(), 'my-data-public');
	for (const [path, content] of [...files])
		if (/csv$|datapackage/.test(path)) files.set(`releases/v1.0.0/${path}`, content);
	files.set('releases/changelog.json', bytesOf('[]'));
	for (const path of ['notes.txt', 'private.json', 'vNext/a.csv', 'v1.0.0/../b.csv'])
		files.set(`releases/${path}`, bytesOf('not a release'));
	return { archive: [{ name: 'public.zip', bytes: packed(files, 'public') }], files };
}

const hiddenIn = (text: Uint8Array | undefined) =>
	Buffer.from(text ?? [])
		.toString()
		.split('\n')
		.flatMap((line) => (line.includes('[c]') ? [line.split(',').slice(0, 2).join(' ')] : []));

describe('what is public already', () => {
	it('is held against new figures, and its releases are carried on as they are', async () => {
		const { archive, files: before } = await published();
		// East was revised, so that South would be withheld now, which readers know.
		const next = sheet(1419, 2269);
		const alone = await startedWith(next);
		const careless = await ask(alone, { task: 'protect', answers: {} }, 'protected');
		expect(careless.view.faults.count).toBe(0);
		const copy = unpacked(careless.bytes ?? new Uint8Array(), 'my-data-public');
		const knows = newSession();
		await ask(knows, { task: 'read', files: [{ name: 'a.zip', bytes: packed(copy, 'a') }] }, 'package');
		expect((await ask(knows, { task: 'audit', answers: {} }, 'audit')).audit.faults.count).toBe(0);
		await ask(knows, { task: 'earlier', files: archive }, 'earlier');
		const { audit } = await ask(knows, { task: 'audit', answers: {} }, 'audit');
		expect(audit.together).toBe('1.0.0');
		expect(audit.faults.faults[0]?.rule).toContain('stands as a number');

		const session = await startedWith(next);
		const { earlier } = await ask(session, { task: 'earlier', files: archive }, 'earlier');
		expect(earlier).toEqual({ version: '1.0.0', others: 0 });
		const { view, bytes } = await ask(session, { task: 'protect', answers: {} }, 'protected');
		expect(view.faults.count).toBe(0);
		const files = unpacked(bytes ?? new Uint8Array(), 'my-data-public');
		expect(hiddenIn(files.get('sheet.csv'))).toEqual(hiddenIn(before.get('sheet.csv')));
		expect(hiddenIn(files.get('sheet.csv'))).not.toEqual(hiddenIn(copy.get('sheet.csv')));
		const kept = [...files].filter(([path]) => path.startsWith('releases/'));
		expect(kept.map(([path]) => path).sort()).toEqual([
			...['releases/changelog.json', 'releases/v1.0.0/datapackage.json', 'releases/v1.0.0/sheet.csv'],
			'releases/v1.0.0/sources.csv'
		]);
		for (const [path, content] of kept) expect(content).toEqual(before.get(path));
		expect(Buffer.from(files.get('README.md') ?? []).toString()).toContain('release my-data-public --stamp');
	});

	it('is told where new tables lack rows of it', async () => {
		const { archive } = await published();
		const session = await startedWith(
			'Region,2022,2023\nNorth,731,80\nSouth,859,90\nEast,8,70\nTotal,1598,240\n'
		);
		await ask(session, { task: 'earlier', files: archive }, 'earlier');
		const { view } = await ask(session, { task: 'protect', answers: {} }, 'protected');
		expect(view.gone).toEqual([{ table: 'sheet', rows: 4 }]);
	});

	it('is refused where it is private, unsound or no package, and what was held stays held', async () => {
		const { archive, files } = await published();
		const session = await startedWith(sheet(419, 1269));
		await ask(session, { task: 'earlier', files: archive }, 'earlier');
		const own = await ask(session, { task: 'zip', answers: {}, isPrivate: true }, 'zip');
		const hold = (chosen: StartFile[]) => session.answer({ task: 'earlier', files: chosen });
		await expect(hold([{ name: 'own.zip', bytes: own.bytes }])).rejects.toThrow('private');
		await expect(hold([{ name: 'a.csv', bytes: bytesOf('a,b\n') }])).rejects.toThrow('datapackage.json');
		const faulty = new Map(files).set('releases/v1.0.0/sheet.csv', bytesOf('a,b\n1,2\n'));
		const bytes = packed(faulty, 'public');
		await expect(hold([{ name: 'faulty.zip', bytes }])).rejects.toThrow('releases/v1.0.0/sheet.csv');
		const { bytes: open } = await ask(session, { task: 'protect', answers: {} }, 'protected');
		expect(unpacked(open ?? new Uint8Array(), 'my-data-public').has('releases/changelog.json')).toBe(true);
		await ask(session, { task: 'earlier', files: [] }, 'earlier');
		const { bytes: first } = await ask(session, { task: 'protect', answers: {} }, 'protected');
		expect(unpacked(first ?? new Uint8Array(), 'my-data-public').has('releases/changelog.json')).toBe(false);
	});

	it('is refused where its newest version is not kept, and counts no more where a later package withdraws it', async () => {
		const { files } = await published();
		const unkept = new Map([...files].filter(([path]) => !path.startsWith('releases/')));
		const session = await startedWith(sheet(1419, 2269));
		const archive = [{ name: 'public.zip', bytes: packed(unkept, 'public') }];
		await expect(session.answer({ task: 'earlier', files: archive })).rejects.toThrow(
			'release my-data-public'
		);
		const held = await publishedReleases(files);
		const [newest] = held.releases;
		if (!newest) throw new Error('nothing is public');
		const embeds = { withdrawn: [{ version: '1.0.0', date: '2024-05-01', reason: 'A slip.' }] };
		expect(standingOf(held, newest.package)).toEqual([newest]);
		expect(standingOf(held, { ...newest.package, embeds })).toEqual([]);
	});
});
