import { isMoment } from '../dates.ts';
import { under, type Checker, type Json } from './checker.ts';
import { checkEmbeds, checkVersion } from './embeds.ts';
import { checkDay, checkLicenses, checkUrl } from './parts.ts';

const PACKAGE = [
	...['$schema', 'name', 'title', 'description', 'version', 'asOf', 'since', 'scope', 'limits'],
	...['homepage', 'publisher', 'languages', 'licenses', 'resources', 'breaks', 'definitions'],
	...['cannotSay', 'headline', 'helpLines', 'charts', 'embeds']
];

function checkHelpLine(check: Checker, at: string, value: unknown): void {
	const line = check.object(at, value, ['name', 'phone', 'text', 'url', 'source', 'verifiedOn']);
	if (!line) return;
	check.text(`${at}.name`, line.name);
	for (const name of ['phone', 'text', 'source']) check.string(under(at, name), line[name], false);
	checkUrl(check, `${at}.url`, line.url);
	checkDay(check, `${at}.verifiedOn`, line.verifiedOn, false);
	if (line.phone !== undefined || line.text !== undefined || line.url !== undefined) return;
	check.fault(at, undefined, 'a help line can be reached', 'give it a phone, a text number or a url');
}

/** The properties of the package itself; gives the object, its resources unread. */
export function checkPackage(check: Checker, value: unknown): Json | undefined {
	const found = check.object('', value, PACKAGE);
	if (!found) return undefined;
	for (const name of ['$schema', 'name']) check.string(name, found[name]);
	for (const name of ['title', 'description', 'scope', 'limits', 'publisher']) check.text(name, found[name]);
	const version = checkVersion(check, 'version', found.version);
	checkEmbeds(check, found.embeds, version);
	checkDay(check, 'asOf', found.asOf, true);
	const since = check.string('since', found.since, false);
	if (since !== undefined && !isMoment(since)) {
		check.fault('since', since, 'this is no year, month or day', 'write 2007-12');
	}
	checkUrl(check, 'homepage', found.homepage);
	check.list('languages', found.languages).forEach((language, index) => {
		check.string(`languages[${index}]`, language);
	});
	checkLicenses(check, 'licenses', found.licenses);
	check.list('definitions', found.definitions).forEach((each, index) => {
		const at = `definitions[${index}]`;
		const definition = check.object(at, each, ['term', 'text', 'source']);
		if (!definition) return;
		check.text(`${at}.term`, definition.term);
		check.text(`${at}.text`, definition.text);
		check.string(`${at}.source`, definition.source, false);
	});
	check.list('cannotSay', found.cannotSay).forEach((text, index) => check.text(`cannotSay[${index}]`, text));
	check.list('helpLines', found.helpLines).forEach((line, index) => {
		checkHelpLine(check, `helpLines[${index}]`, line);
	});
	check.list('charts', found.charts);
	return found;
}
