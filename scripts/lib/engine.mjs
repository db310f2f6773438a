import { orStop, runNode } from './run.mjs';

/** Makes the slimmed DuckDB where its version is not there yet; types, tests and the build need it. */
export async function makeEngine() {
	await orStop(
		runNode('tsx/dist/cli.mjs', ['scripts/slim-engine.ts']),
		'The engine could not be made: see the message above.'
	);
}
