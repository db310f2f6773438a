import { isVersion } from '../../package/version.ts';

/** The name in an address that pins the version of the data. */
export const PIN_NAME = 'data';

/** Stands for something in an address that is no version, and is never repeated. */
export const ODD_PIN = 'odd';

/** The version that an address names, `ODD_PIN` for what is none; undefined where it says nothing of one. */
export function readPin(search: string): string | undefined {
	const text = new URLSearchParams(search).get(PIN_NAME);
	if (text === null || text === '') return undefined;
	const version = text.replace(/^v/, '');
	return isVersion(version) ? version : ODD_PIN;
}

/** An address that names the version, besides whatever else it names. */
export function withPin(address: string, version: string): string {
	const [page = '', search = ''] = address.split('?', 2);
	const parameters = new URLSearchParams(search);
	parameters.set(PIN_NAME, version);
	return `${page}?${parameters.toString()}`;
}
