import { withPin } from '../../outputs/versions/pin.ts';

/** Letters that an address can hold everywhere: some servers and mail programs cut longer ones. */
export const SEARCH_AT_MOST = 6000;
/** Longer texts are not taken from an address. */
const TAKEN_AT_MOST = 100_000;

/**
 * The part of an address that holds a statement; undefined where it is too long for one.
 * @param version of the data, where the address names it
 */
export function searchOf(sql: string, version?: string): string | undefined {
	const plain = `?${new URLSearchParams({ q: sql }).toString()}`;
	const search = version === undefined ? plain : withPin(plain, version);
	return search.length > SEARCH_AT_MOST ? undefined : search;
}

/** The statement of an address; undefined where there is none. */
export function sqlOf(search: string): string | undefined {
	const sql = new URLSearchParams(search).get('q')?.slice(0, TAKEN_AT_MOST);
	return sql?.trim() ? sql : undefined;
}
