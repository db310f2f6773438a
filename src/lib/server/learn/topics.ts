/** The topics of the learn pages in the order in which they are read; each is a text in every language. */
export const TOPICS = [
	'what',
	'model',
	'forms',
	'children',
	'myths',
	'signs',
	'risk',
	'needs',
	'act',
	'borders',
	'law',
	'media',
	'check'
] as const;

/** A topic; `law` stands in the package, and only where that has one. */
export type Topic = (typeof TOPICS)[number];

/** Topics whose text is this project's own. */
export const OWN_TOPICS: readonly Topic[] = TOPICS.filter((topic) => topic !== 'law');

/** Whether a part of an address names a topic. */
export function isTopic(text: string): text is Topic {
	return TOPICS.some((topic) => topic === text);
}
