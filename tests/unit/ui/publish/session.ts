import { loadSolver, type Solver } from '../../../../src/lib/disclosure/index.ts';
import { PublishSession } from '../../../../src/lib/ui/publish/session.ts';

/** Texts as bytes; bytes stay. */
export const bytesOf = (content: string | Uint8Array): Uint8Array =>
	typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** What the page's worker does, in this process. */
export const newSession = (solver: () => Promise<Solver> = () => loadSolver()): PublishSession =>
	new PublishSession({ today: '2024-03-31', language: 'en' }, solver);
