import { CASES, type EngineCase } from './cases.ts';
import { FILES, RESOURCES } from './fixture.ts';
import { RATE_CASES, RATE_CSV, RATE_RESOURCES } from './rates.ts';

/** Every case that every engine must meet. */
export const ALL_CASES: EngineCase[] = [...CASES, ...RATE_CASES];

/** The tables that the cases ask. */
export const ALL_RESOURCES = [...RESOURCES, ...RATE_RESOURCES];

/** The files of these tables. */
export const ALL_FILES: Record<string, Uint8Array> = {
	...FILES,
	...Object.fromEntries(
		Object.entries(RATE_CSV).map(([name, text]) => [name, new TextEncoder().encode(text)])
	)
};
