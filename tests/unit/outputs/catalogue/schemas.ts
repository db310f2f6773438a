import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

const FOLDER = join(import.meta.dirname, '../../../fixtures/schemas');

const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
(formats as unknown as (to: Ajv) => Ajv)(ajv);

/** What a value has against a schema of the fixtures, a line each. */
export function schemaFaults(name: string, value: unknown): string[] {
	const check = ajv.getSchema(name) ?? ajv.addSchema(schemaOf(name), name).getSchema(name);
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
