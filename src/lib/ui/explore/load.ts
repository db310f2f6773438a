import { m } from '../../words/index.ts';
import type { TableBundle } from './types.ts';

/**
 * Loads all that exploring a table needs.
 * @throws with words for the reader
 */
export async function loadBundle(address: string): Promise<TableBundle> {
	const response = await fetch(address).catch(() => {
		throw new Error(m.explore_failed_connection());
	});
	if (!response.ok) throw new Error(m.explore_failed_status({ status: response.status }));
	return (await response.json()) as TableBundle;
}
