import { localized, noteDefinitions } from '../../package/index.ts';
import { folderFiles } from '../../package/folder.ts';
import { loadPackage, packageFolder } from '../package.ts';
import { absentPages } from '../absentPages.ts';
import { chartPages } from '../charts.ts';
import { proseSource } from '../prose.ts';
import { glossaryOf, shortTerms, type Glossary } from './glossary.ts';
import type { Targets } from './markdown.ts';
import { learnText, rawText, type LearnText } from './text.ts';
import { TOPICS, type Topic } from './topics.ts';

/** A topic as lists of topics name it. */
export interface TopicLink {
	topic: Topic;
	title: string;
	summary: string;
}

/** The text of a topic as it is written; undefined where the package has none. */
export async function topicSource(topic: Topic): Promise<string | undefined> {
	if (topic !== 'law') return proseSource(`learn/${topic}`);
	const { package: pkg } = await loadPackage();
	if (pkg.learn?.law === undefined) return undefined;
	return new TextDecoder().decode(await folderFiles(packageFolder()).read(localized(pkg.learn.law)));
}

/** Every topic that has a text, in the order in which they are read. */
export async function topicLinks(): Promise<TopicLink[]> {
	const links = await Promise.all(
		TOPICS.map(async (topic): Promise<TopicLink[]> => {
			const source = await topicSource(topic);
			if (source === undefined) return [];
			const { title = '', summary = '' } = rawText(source).about;
			return [{ topic, title, summary }];
		})
	);
	return links.flat();
}

/** What the links of the texts may lead to: terms of the glossary, and the pages that this package has. */
export async function targets(): Promise<Targets> {
	const { package: pkg } = await loadPackage();
	return {
		terms: shortTerms(proseSource('learn/glossary'), pkg),
		absent: absentPages(pkg, await chartPages())
	};
}

/** The text of a topic, ready to be shown; undefined where the package has none. */
export async function topicText(topic: Topic): Promise<LearnText | undefined> {
	const source = await topicSource(topic);
	if (source === undefined) return undefined;
	// A text of the package brings its own notes.
	const notes = topic === 'law' ? new Map<string, string>() : noteDefinitions(proseSource('learn/sources'));
	return learnText(source, notes, await targets());
}

/** The whole glossary. */
export async function glossary(): Promise<Glossary> {
	const { package: pkg } = await loadPackage();
	const { absent } = await targets();
	return glossaryOf(proseSource('learn/glossary'), proseSource('learn/sources'), pkg, absent);
}
