import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import { loadSolver, type Solver } from '../../../../src/lib/disclosure/index.ts';
import { PublishSession } from '../../../../src/lib/ui/publish/session.ts';
import type { PublishAnswer } from '../../../../src/lib/ui/publish/types.ts';

/** Texts as bytes; bytes stay. */
export const bytesOf = (content: string | Uint8Array): Uint8Array =>
	typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** What the page's worker does, in this process. */
export const newSession = (solver: () => Promise<Solver> = () => loadSolver()): PublishSession =>
	new PublishSession({ today: '2024-03-31', language: 'en' }, solver);

type Told<Kind extends PublishAnswer['told']> = Extract<PublishAnswer, { told: Kind }>;

/** What a session answers, where it is of the kind that is asked for. */
export async function ask<Kind extends PublishAnswer['told']>(
	session: PublishSession,
	request: Parameters<PublishSession['answer']>[0],
	kind: Kind
): Promise<Told<Kind>> {
	const answer = await session.answer(request);
	if (answer.told !== kind) throw new Error(answer.told);
	return answer as Told<Kind>;
}

/** A session that has read one sheet. */
export async function startedWith(text: string, solver?: Parameters<typeof newSession>[0]) {
	const session = newSession(solver);
	await ask(session, { task: 'read', files: [{ name: 'sheet.csv', bytes: bytesOf(text) }] }, 'read');
	return session;
}

/** The files of an archive by their path in its one folder. */
export function unpacked(bytes: Uint8Array, folder: string): Map<string, Uint8Array> {
	const entries = Object.entries(unzipSync(bytes));
	expect(entries.every(([path]) => path.startsWith(`${folder}/`))).toBe(true);
	return new Map(entries.map(([path, content]) => [path.slice(folder.length + 1), content]));
}
