import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './run.mjs';

/** The folder with a folder of message files for each language. */
export const MESSAGES = path.join(ROOT, 'src/lib/words/messages');

/**
 * What the message files of a language lack beside those in English, and what they have that English has not: keys, and
 * the names of what is filled in; and messages that say nothing. Empty where the two agree.
 * @param {string} language folder of its message files
 * @param {string} [folder] with the folders of all languages
 * @returns {string[]} one line each: file, key and what is wrong
 */
export function messageFaults(language, folder = MESSAGES) {
	const files = fs.readdirSync(path.join(folder, 'en')).filter((name) => name.endsWith('.json'));
	return files.flatMap((file) => {
		const at = `${language}/${file}`;
		const other = path.join(folder, language, file);
		if (!fs.existsSync(other)) return [`${at}: the file is missing`];
		const [base, there] = [readMessages(path.join(folder, 'en', file)), readMessages(other)];
		return [
			...Object.keys(base).flatMap((key) => {
				if (!(key in there)) return [`${at}: ${key} is missing`];
				if (isEmpty(there[key])) return [`${at}: ${key} is empty`];
				const [wanted, found] = [filledIn(base[key]), filledIn(there[key])];
				return wanted === found
					? []
					: [`${at}: ${key} fills in ${found || 'nothing'}, not ${wanted || 'nothing'}`];
			}),
			...Object.keys(there).flatMap((key) => (key in base ? [] : [`${at}: ${key} is not in en/${file}`]))
		];
	});
}

/**
 * @param {string} file
 * @returns {Record<string, unknown>}
 */
function readMessages(file) {
	return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/**
 * Whether a message, or one of its cases, says nothing.
 * @param {unknown} message
 * @returns {boolean}
 */
function isEmpty(message) {
	if (typeof message === 'string') return message.trim() === '';
	if (Array.isArray(message)) return message.some((each) => isEmpty(each?.match ?? each));
	return Object.values(message ?? {}).some(isEmpty);
}

/**
 * The names that a message fills in, once each; a message by count repeats them in its cases.
 * @param {unknown} message
 */
function filledIn(message) {
	const names = [...JSON.stringify(message).matchAll(/\{([a-zA-Z]\w*)\}/g)].map(([, name]) => name);
	return [...new Set(names)].sort().join(', ');
}
