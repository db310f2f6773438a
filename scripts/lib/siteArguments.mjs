import { parseArgs } from 'node:util';
import { Stop } from './stop.mjs';

const USAGE =
	'npm run build -- FOLDER --address https://example.org, or npm start -- FOLDER: the folder of a data package, and where the site will be published. Both can be left out.';

/**
 * What `npm run build` and `npm start` are told, as environment: `HOTLINE_DATA` and `SITE_ADDRESS`, which not every
 * terminal sets in the same way.
 * @param {string[]} args
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Record<string, string>} what to add to the environment
 * @throws {Stop} where an argument is not known, or says otherwise than the environment
 */
export function siteArguments(args, env) {
	const { folders, address } = parsed(args);
	if (folders.length > 1) throw new Stop(`Name one folder, not ${folders.length}. ${USAGE}`);
	const [folder] = folders;
	/** @type {Record<string, string>} */
	const added = {};
	for (const [name, value] of Object.entries({ HOTLINE_DATA: folder, SITE_ADDRESS: address })) {
		if (value === undefined) continue;
		if (env[name] && env[name] !== value) {
			throw new Stop(`${name} is "${env[name]}", but the command names "${value}": give one of them.`);
		}
		added[name] = value;
	}
	return added;
}

/** @param {string[]} args */
function parsed(args) {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { address: { type: 'string' } }
		});
		return { folders: positionals, address: values.address };
	} catch (error) {
		// What follows the first sentence is advice for programmers.
		const [what] = String(error instanceof Error ? error.message : error).split('. ');
		throw new Stop(`${what}. ${USAGE}`);
	}
}
