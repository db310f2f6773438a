import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const FOLDER = join(import.meta.dirname, '../../../fixtures/schemas');

const OPTIONS = { strict: false, allErrors: true, logger: false } as const;
const [draft07, draft2020] = [new Ajv(OPTIONS), new Ajv2020({ ...OPTIONS, unicodeRegExp: false })];
for (const ajv of [draft07, draft2020]) (formats as unknown as (to: Ajv) => Ajv)(ajv);
// Only for web addresses here, of which each is an IRI.
draft2020.addFormat('iri', (text: string) => URL.canParse(text));

/** What a value has against a schema of the fixtures, a line each. */
export function schemaFaults(name: string, value: unknown): string[] {
	const schema = schemaOf(name);
	const ajv = '$schema' in schema && String(schema.$schema).includes('2020-12') ? draft2020 : draft07;
	const check = ajv.getSchema(name) ?? ajv.addSchema(schema, name).getSchema(name);
	if (!check) throw new Error(`There is no schema ${name}.`);
	check(value);
	return (check.errors ?? []).slice(0, 10).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function schemaOf(name: string): object {
	const schema = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Record<string, unknown>;
	// A name of its own would stand in the way of the file's.
	const { $id, ...rest } = schema;
	return $id === undefined ? schema : rest;
}

/** Properties of a value and of those within it that the class named by their `@type` does not have. */
export function unknownProperties(name: string, value: unknown): string[] {
	const { $defs } = schemaOf(name) as { $defs: Record<string, { properties?: object }> };
	const within = (one: unknown): string[] => {
		if (Array.isArray(one)) return one.flatMap(within);
		if (typeof one !== 'object' || one === null) return [];
		const type = '@type' in one ? String(one['@type']) : '';
		const known = $defs[type.toLowerCase()]?.properties ?? {};
		return Object.entries(one).flatMap(([key, inner]) => [
			...(key in known ? [] : [`${type} ${key}`]),
			...within(inner)
		]);
	};
	return [...new Set(within(value))];
}
