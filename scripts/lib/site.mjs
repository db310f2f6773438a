import { Stop } from './stop.mjs';

/**
 * The path below which the site is published, without a slash at its end: `BASE_PATH`, else the path part of
 * `SITE_ADDRESS`, else none.
 * @throws {Stop} where one of the two cannot be read, or both say different things
 */
export function basePath() {
	const { BASE_PATH: base, SITE_ADDRESS: address } = process.env;
	if (base && !/^(\/[A-Za-z0-9._~-]+)+$/.test(base)) {
		throw new Stop(`BASE_PATH is "${base}": give it as /path, without a slash at its end.`);
	}
	if (!address) return base ?? '';
	if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
		throw new Stop(`SITE_ADDRESS is "${address}": give the whole address, such as https://example.org/path.`);
	}
	const { pathname, search, hash } = new URL(address);
	const path = pathname.replace(/\/+$/, '');
	if (search || hash) throw new Stop(`SITE_ADDRESS is "${address}": leave out what follows the path.`);
	if (base && base !== path) {
		throw new Stop(
			`SITE_ADDRESS (${address}) and BASE_PATH (${base}) name two paths: give one of them, or the same.`
		);
	}
	return path;
}
