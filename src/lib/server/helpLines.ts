import { homeLines, localized, webAddress } from '../package/index.ts';
import type { HelpLine, Text } from '../package/types.ts';
import type { CountryHelp, ShownHelpLine } from '../ui/help/types.ts';
import { LANGUAGE, primaryLanguage } from '../words/language.ts';
import { formatDay } from '../words/numbers.ts';
import { loadPackage } from './package.ts';

const words = (text: Text | undefined) => (text === undefined ? undefined : localized(text, LANGUAGE));

const TEXTS = ['name', 'hours', 'languages', 'for'] as const satisfies (keyof HelpLine)[];

/** The language of a text as `localized` chooses it, where it is not that of the reader. */
function otherLanguage(text: Text | undefined, main: string, language: string): string | undefined {
	if (text === undefined) return undefined;
	const there = typeof text === 'string' ? [main] : Object.keys(text);
	const chosen = [language, primaryLanguage(language), 'en'].find((tag) => there.includes(tag)) ?? there[0];
	const isReaders = chosen === undefined || primaryLanguage(chosen) === primaryLanguage(language);
	return isReaders ? undefined : chosen;
}

/** The language of each text of a line that is not in the reader's; undefined where all are. */
export function otherLanguages(
	line: HelpLine,
	main: string,
	language = LANGUAGE
): ShownHelpLine['other'] | undefined {
	const found = TEXTS.flatMap((name) => {
		const other = otherLanguage(line[name], main, language);
		return other ? [[name, other] as const] : [];
	});
	return found.length ? Object.fromEntries(found) : undefined;
}

/**
 * A help line as a page shows it.
 * @param main language of the package
 */
export function shownLine(line: HelpLine, main = 'en'): ShownHelpLine {
	const { name, kind, phone, text, textWord, tty, verifiedOn } = line;
	const address = webAddress(line.source);
	const shown = {
		...{ kind, phone, text, textWord, tty, chat: webAddress(line.chat), url: webAddress(line.url) },
		...{ hours: words(line.hours), languages: words(line.languages), for: words(line.for) },
		other: otherLanguages(line, main),
		source: address && { address, site: new URL(address).hostname.replace(/^www\./, '') },
		checked: verifiedOn && formatDay(verifiedOn)
	};
	const known = Object.entries(shown).filter(([, value]) => value !== undefined && value !== '');
	return { name: localized(name, LANGUAGE), ...(Object.fromEntries(known) as Partial<ShownHelpLine>) };
}

/** The help lines that stand on every page. */
export async function homeHelp(): Promise<ShownHelpLine[]> {
	const { package: pkg, helpLines } = await loadPackage();
	return homeLines(pkg, helpLines).map((line) => shownLine(line, pkg.languages?.[0]));
}

/** All help lines by country: the package's own first, then by name. Lines without a country are the own. */
export async function helpByCountry(): Promise<{ home: ShownHelpLine[]; countries: CountryHelp[] }> {
	const { package: pkg, helpLines } = await loadPackage();
	const shown = (line: HelpLine) => shownLine(line, pkg.languages?.[0]);
	const own = Array.isArray(pkg.helpLines) ? undefined : pkg.helpLines?.country;
	const names = new Intl.DisplayNames(LANGUAGE, { type: 'region' });
	const codes = [...new Set(helpLines.flatMap(({ country }) => country ?? []))];
	const countries = codes.map((code) => ({
		code,
		name: names.of(code) ?? code,
		lines: helpLines.filter(({ country }) => country === code).map(shown)
	}));
	const rank = ({ code }: CountryHelp) => (code === own ? 0 : 1);
	return {
		home: helpLines.filter(({ country }) => country === undefined).map(shown),
		countries: countries.sort(
			(one, two) => rank(one) - rank(two) || one.name.localeCompare(two.name, LANGUAGE)
		)
	};
}
