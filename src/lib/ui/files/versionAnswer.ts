import {
	planQuery,
	resourcesOf,
	resourcesWithBreaks,
	type CubeAnswer,
	type CubeQuery
} from '../../cube/index.ts';
import { createMemoryEngine } from '../../engine/memory.ts';
import { inLanguage, readDescriptor, readTable } from '../../package/index.ts';
import type { Resource, Table } from '../../package/types.ts';
import { m } from '../../words/index.ts';
import { LANGUAGE } from '../../words/language.ts';

/** What a kept version says to a question, or why it says nothing. */
export type VersionAnswer =
	{ kind: 'answer'; answer: CubeAnswer } | { kind: 'not-kept' } | { kind: 'refused'; reason: string };

/** A file of a version. */
type Fetch = (address: string) => Promise<Response>;

class NotKept extends Error {}

async function bytesOf(address: string, fetchFile: Fetch): Promise<Uint8Array> {
	const response = await fetchFile(address);
	if (response.status === 404) throw new NotKept(address);
	if (!response.ok) throw new Error(m.files_pin_status({ status: response.status }));
	return new Uint8Array(await response.arrayBuffer());
}

async function tableAt(resource: Resource, folder: string, fetchFile: Fetch): Promise<Table> {
	const { table, faults } = readTable(resource, await bytesOf(`${folder}/${resource.name}.csv`, fetchFile));
	const [fault] = faults;
	if (!table || fault) {
		throw new Error(m.files_pin_faults({ file: resource.path, rule: fault?.rule ?? '' }));
	}
	return table;
}

/**
 * Asks a kept version of the data a question: reads its descriptor and the tables that the question needs, and answers
 * from memory.
 * @param folder the address of the version's files, without a slash at its end
 * @throws where a file cannot be had or read; the message is for the reader
 */
export async function answerOfVersion(
	folder: string,
	query: CubeQuery,
	fetchFile: Fetch = (address) => fetch(address)
): Promise<VersionAnswer> {
	try {
		const text = new TextDecoder().decode(await bytesOf(`${folder}/datapackage.json`, fetchFile));
		const { package: pkg, faults } = readDescriptor(text);
		if (!pkg) {
			const [fault] = faults;
			throw new Error(m.files_pin_faults({ file: fault?.file ?? '', rule: fault?.rule ?? '' }));
		}
		const resources = resourcesWithBreaks(inLanguage(pkg, LANGUAGE));
		const plan = planQuery(query, resources);
		if (plan.refused) return { kind: 'refused', reason: plan.reason };
		const tables = await Promise.all(resourcesOf(plan).map((each) => tableAt(each, folder, fetchFile)));
		const engine = createMemoryEngine(
			resources,
			Object.fromEntries(tables.map((table) => [table.resource.name, table]))
		);
		const answer = await engine.answer(query);
		return answer.refused ? { kind: 'refused', reason: answer.reason } : { kind: 'answer', answer };
	} catch (error) {
		if (error instanceof NotKept) return { kind: 'not-kept' };
		throw error;
	}
}
