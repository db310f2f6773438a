import { homeLines, localized, webAddress } from '../package/index.ts';
import type { HelpLine, Text } from '../package/types.ts';
import type { CountryHelp, ShownHelpLine } from '../ui/help/types.ts';
import { LANGUAGE } from '../words/language.ts';
import { formatDay } from '../words/numbers.ts';
import { loadPackage } from './package.ts';

const words = (text: Text | undefined) => (text === undefined ? undefined : localized(text, LANGUAGE));

/** A help line as a page shows it. */
export function shownLine(line: HelpLine): ShownHelpLine {
	const { name, kind, phone, text, textWord, tty, verifiedOn } = line;
	const address = webAddress(line.source);
	const shown = {
		...{ kind, phone, text, textWord, tty, chat: webAddress(line.chat), url: webAddress(line.url) },
		...{ hours: words(line.hours), languages: words(line.languages), for: words(line.for) },
		source: address && { address, site: new URL(address).hostname.replace(/^www\./, '') },
		checked: verifiedOn && formatDay(verifiedOn)
	};
	const known = Object.entries(shown).filter(([, value]) => value !== undefined && value !== '');
	return { name: localized(name, LANGUAGE), ...(Object.fromEntries(known) as Partial<ShownHelpLine>) };
}

/** The help lines that stand on every page. */
export async function homeHelp(): Promise<ShownHelpLine[]> {
	const { package: pkg, helpLines } = await loadPackage();
	return homeLines(pkg, helpLines).map(shownLine);
}

/** All help lines by country: the package's own first, then by name. Lines without a country are the own. */
export async function helpByCountry(): Promise<{ home: ShownHelpLine[]; countries: CountryHelp[] }> {
	const { package: pkg, helpLines } = await loadPackage();
	const own = Array.isArray(pkg.helpLines) ? undefined : pkg.helpLines?.country;
	const names = new Intl.DisplayNames(LANGUAGE, { type: 'region' });
	const codes = [...new Set(helpLines.flatMap(({ country }) => country ?? []))];
	const countries = codes.map((code) => ({
		code,
		name: names.of(code) ?? code,
		lines: helpLines.filter(({ country }) => country === code).map(shownLine)
	}));
	const rank = ({ code }: CountryHelp) => (code === own ? 0 : 1);
	return {
		home: helpLines.filter(({ country }) => country === undefined).map(shownLine),
		countries: countries.sort(
			(one, two) => rank(one) - rank(two) || one.name.localeCompare(two.name, LANGUAGE)
		)
	};
}
