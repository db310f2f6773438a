import type { DataPackage, DisclosureSettings, Field, License, Resource } from '../types.ts';
import { languagesOf, sayIn, type WrittenTable } from './describe.ts';
import { codeOf } from './labels.ts';
import { SAFE_THRESHOLD } from './questions.ts';
import { textIn, type TEXTS } from './texts.ts';
import type { Answers } from './types.ts';

/** The table of sources: one row a file. */
export function describeSources(
	files: readonly { id: string; file: string }[],
	answers: Answers
): WrittenTable {
	const say = sayIn(answers);
	const [main = 'en'] = languagesOf(answers);
	const text = (name: string, key: keyof typeof TEXTS, required = false): Field => ({
		name,
		type: 'string',
		title: say(key),
		...(required ? { constraints: { required: true } } : {})
	});
	const terms = licensesOf(answers)[0];
	const fields: Field[] = [
		{ ...text('source_id', 'sourceId'), constraints: { required: true, unique: true } },
		text('title', 'sourceTitle', true),
		text('publisher', 'publisher', true),
		text('url', 'url'),
		text('published_or_snapshot_date', 'date', true),
		text('notes', 'notes'),
		text('terms', 'terms', true)
	];
	return {
		resource: {
			name: 'sources',
			path: 'sources.csv',
			type: 'table',
			title: say('sources'),
			description: say('sourcesAre'),
			format: 'csv',
			mediatype: 'text/csv',
			encoding: 'utf-8',
			schema: { fields, primaryKey: ['source_id'] }
		},
		rows: files.map(({ id, file }) => [
			id,
			file,
			answers.publisher ?? '',
			'',
			answers.asOf ?? '',
			'',
			terms?.title === undefined ? String(textIn([main], 'noTerms')) : String(terms.title)
		])
	};
}

function licensesOf(answers: Answers): License[] {
	switch (answers.license) {
		case 'cc-by':
			return [
				{
					name: 'CC-BY-4.0',
					title: 'Creative Commons Attribution 4.0',
					path: 'https://creativecommons.org/licenses/by/4.0/'
				}
			];
		case 'cc0':
			return [
				{ name: 'CC0-1.0', title: 'CC0 1.0', path: 'https://creativecommons.org/publicdomain/zero/1.0/' }
			];
		default:
			return [];
	}
}

/** The descriptor of a package of some tables. */
export function describePackage(resources: Resource[], answers: Answers): DataPackage {
	const say = sayIn(answers);
	const publisher = answers.publisher ?? '';
	const licenses = licensesOf(answers);
	const disclosure: DisclosureSettings =
		answers.protect === 'no'
			? { mode: 'inform', reason: say('isPublic') }
			: { mode: 'protect', threshold: Number(answers.threshold) || SAFE_THRESHOLD };
	const isHelp = answers.help === 'yes';
	return {
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name: codeOf(answers.title ?? '').replaceAll('_', '-'),
		title: answers.title ?? '',
		description: say('packageIs', { publisher }),
		version: '1.0.0',
		asOf: answers.asOf ?? '',
		scope: publisher,
		limits: answers.limits ? answers.limits : say('limits'),
		publisher,
		languages: languagesOf(answers),
		...(licenses.length > 0 ? { licenses } : {}),
		...{ disclosure },
		...(isHelp ? { helpLines: { path: 'help_lines.csv', country: answers['help.country'] ?? '' } } : {}),
		resources
	};
}
