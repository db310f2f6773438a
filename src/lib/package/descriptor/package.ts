import { isMoment } from '../dates.ts';
import { isLanguage, type Checker, type Json } from './checker.ts';
import { checkContributors } from './contributors.ts';
import { checkEmbeds, checkVersion } from './embeds.ts';
import { checkDisclosure } from './disclosure.ts';
import { checkExit } from './exit.ts';
import { checkHelpLines } from './helpLine.ts';
import { checkDefinitions, checkLearn } from './learn.ts';
import { checkDay, checkLicenses, checkUrl } from './parts.ts';

const PACKAGE = [
	...['$schema', 'name', 'title', 'description', 'version', 'asOf', 'since', 'scope', 'notice', 'limits'],
	...['homepage', 'publisher', 'languages', 'licenses', 'resources', 'breaks', 'definitions'],
	...[
		'contributors',
		'disclosure',
		'keywords',
		'spatial',
		'cannotSay',
		'headline',
		'reach',
		'helpLines',
		'exit',
		'revisions',
		'charts',
		'embeds',
		'learn'
	]
];

/** The languages of the package's texts, the main one first; they are kept for the check of each text. */
function checkLanguages(check: Checker, value: unknown): void {
	const entries = check.list('languages', value).flatMap((each, index) => {
		const path = `languages[${index}]`;
		const language = check.string(path, each);
		if (language === undefined) return [];
		if (isLanguage(language)) return [{ path, value: language }];
		check.fault(path, language, 'this is not a language code', 'use codes such as en or es');
		return [];
	});
	check.unique(entries, 'a language stands twice');
	check.languages = [...new Set(entries.map(({ value: language }) => language))];
}

/** The properties of the package itself; gives the object, its resources unread. */
export function checkPackage(check: Checker, value: unknown): Json | undefined {
	const found = check.object('', value, PACKAGE);
	if (!found) return undefined;
	checkLanguages(check, found.languages);
	for (const name of ['$schema', 'name']) check.string(name, found[name]);
	for (const name of ['title', 'description', 'scope', 'limits', 'publisher']) check.text(name, found[name]);
	check.text('notice', found.notice, false);
	const version = checkVersion(check, 'version', found.version);
	checkEmbeds(check, found.embeds, version);
	checkDay(check, 'asOf', found.asOf, true);
	const since = check.string('since', found.since, false);
	if (since !== undefined && !isMoment(since)) {
		check.fault('since', since, 'this is no year, month or day', 'write 2007-12');
	}
	checkUrl(check, 'homepage', found.homepage);
	checkLicenses(check, 'licenses', found.licenses);
	checkContributors(check, found.contributors);
	check.list('keywords', found.keywords).forEach((word, index) => check.string(`keywords[${index}]`, word));
	check.text('spatial', found.spatial, false);
	checkDefinitions(check, found.definitions);
	check.list('cannotSay', found.cannotSay).forEach((text, index) => check.text(`cannotSay[${index}]`, text));
	checkHelpLines(check, found.helpLines, found.resources);
	checkExit(check, found.exit);
	checkDisclosure(check, found.disclosure);
	check.list('charts', found.charts);
	checkLearn(check, found.learn, found);
	return found;
}
