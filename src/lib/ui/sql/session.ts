import { LastingSession } from '../../engine/sql/lasting.ts';
import { database } from '../database.ts';

/** The reader's SQL of this tab; own tables stay in it when the database starts again. */
export const sqlSession = new LastingSession({
	live: () => database.session(),
	restart: () => database.restart()
});
