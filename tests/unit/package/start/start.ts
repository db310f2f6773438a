import Papa from 'papaparse';
import { readPackage, type Fault } from '../../../../src/lib/package/index.ts';
import { lookAtFiles, propose, withDefaults } from '../../../../src/lib/package/start/index.ts';
import type { Answers, Findings, Proposal } from '../../../../src/lib/package/start/index.ts';

export const SETTING = { today: '2024-03-31', language: 'en' };

const bytesOf = (text: string | Uint8Array) =>
	typeof text === 'string' ? new TextEncoder().encode(text) : text;

/** Files as a package with the answers given, safe defaults for the rest, and the faults that `check` finds. */
export async function started(
	files: Record<string, string | Uint8Array>,
	given: Answers = {}
): Promise<{ findings: Findings; answers: Answers; proposal: Proposal; faults: Fault[] }> {
	const findings = lookAtFiles(Object.entries(files).map(([name, text]) => ({ name, bytes: bytesOf(text) })));
	const { answers } = withDefaults(findings, given, SETTING);
	const proposal = propose(findings, answers);
	const { faults } = await readPackage({
		read: (path) => {
			const bytes = proposal.files.get(path);
			const missing = Object.assign(new Error('missing'), { code: 'ENOENT' });
			return bytes ? Promise.resolve(bytes) : Promise.reject(missing);
		}
	});
	return { findings, answers, proposal, faults };
}

/** A file of a proposal as text. */
export function textOf({ files }: Proposal, path: string): string {
	return new TextDecoder().decode(files.get(path));
}

/** The rows of a table of a proposal, without the column of sources. */
export function rowsOf(proposal: Proposal, path: string): string[][] {
	const { data } = Papa.parse<string[]>(textOf(proposal, path).trimEnd(), { delimiter: ',', newline: '\n' });
	return data.map((cells) => cells.slice(0, -1));
}
