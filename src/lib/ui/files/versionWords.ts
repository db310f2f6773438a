import type { CubeAnswer, CubeQuery } from '../../cube/types.ts';
import { changesOf } from '../../outputs/versions/changes.ts';
import { changeWords, type ChangeWords } from '../../outputs/versions/words.ts';
import type { Resource } from '../../package/types.ts';
import { m } from '../../words/index.ts';
import { link } from '../link.ts';
import { answerOfVersion } from './versionAnswer.ts';

/** What is shown now, and the version with which it is compared. */
export interface Comparison {
	query: CubeQuery;
	answer: CubeAnswer;
	resource: Resource;
	pinned: string;
	current: string;
	locale: string;
}

const only = (headline: string): ChangeWords => ({ headline, items: [], more: '' });

/** What a reader is told of the figures shown under a link that names another version; it never rejects. */
export async function versionWords(comparison: Comparison): Promise<ChangeWords> {
	const { query, answer, resource, pinned: version, current, locale } = comparison;
	try {
		const found = await answerOfVersion(link(`/data/v${version}`), query);
		switch (found.kind) {
			case 'answer':
				return changeWords(changesOf(found.answer, answer), answer, resource, version, locale);
			case 'not-kept':
				return only(m.files_pin_not_kept({ version, current }));
			case 'refused':
				return only(m.files_pin_refused({ version, current, reason: found.reason }));
		}
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return only(m.files_pin_unreadable({ version, current, message }));
	}
}
