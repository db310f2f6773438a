import { Stop } from './stop.mjs';

/** Folders below the host, none of them `.` or `..`: what every host, pattern and file system reads alike. */
const PATH = /^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)+$/;
const LETTERS = 'the letters A to Z, digits and . _ ~ -';

/**
 * The path below which the site is published, without a slash at its end: `BASE_PATH`, else the path part of
 * `SITE_ADDRESS`, else none.
 * @throws {Stop} where one of the two cannot be read, or both say different things
 */
export function basePath() {
	const { BASE_PATH: base, SITE_ADDRESS: address } = process.env;
	if (base && !PATH.test(base)) {
		throw new Stop(
			`BASE_PATH is "${base}": give it as /path, without a slash at its end, with ${LETTERS} only.`
		);
	}
	if (!address) return base ?? '';
	if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
		throw new Stop(`SITE_ADDRESS is "${address}": give the whole address, such as https://example.org/path.`);
	}
	const { search, hash } = new URL(address);
	if (search || hash) throw new Stop(`SITE_ADDRESS is "${address}": leave out what follows the path.`);
	// As it was written: a parsed address has its spaces, umlauts and dots replaced already.
	const path = address.replace(/^https?:\/\/[^/?#\s]+/i, '').replace(/\/+$/, '');
	if (path && !PATH.test(path)) {
		throw new Stop(
			`SITE_ADDRESS is "${address}": give it as https://example.org/path, its path with ${LETTERS} only.`
		);
	}
	if (base && base !== path) {
		throw new Stop(
			`SITE_ADDRESS (${address}) and BASE_PATH (${base}) name two paths: give one of them, or the same.`
		);
	}
	return path;
}
