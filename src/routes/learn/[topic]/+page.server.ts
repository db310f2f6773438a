import { error } from '@sveltejs/kit';
import { mythFigures } from '$lib/server/learn/figures.ts';
import { targets, topicLinks, topicSource, topicText } from '$lib/server/learn/pages.ts';
import { questionsOf } from '$lib/server/learn/quiz.ts';
import { isTopic } from '$lib/server/learn/topics.ts';
import { DEFAULT_LOCALE, formatMoment } from '$lib/words/numbers.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () => (await topicLinks()).map(({ topic }) => ({ topic }));

export const load: PageServerLoad = async ({ params: { topic } }) => {
	if (!isTopic(topic)) error(404);
	const text = await topicText(topic);
	const source = await topicSource(topic);
	if (!text || source === undefined) error(404);
	const topics = await topicLinks();
	const at = topics.findIndex((each) => each.topic === topic);
	const isCheck = topic === 'check';
	return {
		topic,
		...text,
		// The questions stand in the place of the parts.
		sections: isCheck ? [] : text.sections,
		reviewed: text.reviewed ? formatMoment(text.reviewed, DEFAULT_LOCALE) : '',
		questions: isCheck ? questionsOf(source, await targets()) : [],
		figures: topic === 'myths' ? await mythFigures() : {},
		before: topics[at - 1],
		next: topics[at + 1]
	};
};
