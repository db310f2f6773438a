import { LANGUAGE_PATH } from '../words/language.ts';

/** Where `npm start` serves the site; stands in until somebody says where it is published. */
const LOCAL = 'http://localhost:4173';

/**
 * The address under which the site is published in its main language, with the path but without a slash at its end:
 * `SITE_ADDRESS`, else the local server's with `BASE_PATH`.
 */
export function rootAddress(): string {
	const { SITE_ADDRESS: address, BASE_PATH: base = '' } = process.env;
	return (address || LOCAL + base).replace(/\/+$/, '');
}

/**
 * The address of the site in the language of this build, as `rootAddress`. Pictures for previews, oEmbed and codes to
 * paste need it, for they are read elsewhere.
 */
export function siteAddress(): string {
	return rootAddress() + LANGUAGE_PATH;
}

/** Whether somebody has said where the site is published. */
export function isAddressConfigured(): boolean {
	return Boolean(process.env.SITE_ADDRESS);
}
