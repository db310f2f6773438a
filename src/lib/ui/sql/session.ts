import { LastingSession } from '../../engine/sql/lasting.ts';
import { database } from '../database.ts';
import { ownTables } from '../own/ownTables.svelte.ts';
import { lostTables } from './lost.svelte.ts';

/** The reader's SQL of this tab; own tables stay in it when the database starts again. */
export const sqlSession = new LastingSession({
	live: () => database.session(),
	restart: () => database.restart(),
	onLost: ({ name }, reason) => {
		ownTables.remove(name);
		lostTables.add({ name, reason });
	}
});
