import { atomFeed } from '../../outputs/catalogue/atom.ts';
import { localized } from '../../package/index.ts';
import { m } from '../../words/index.ts';
import { LANGUAGE } from '../../words/language.ts';
import { loadPackage } from '../package.ts';
import { siteAddress } from '../site.ts';
import { dataVersions } from './versions.ts';

/** The feed of releases, of those whose day is known. */
export async function releaseFeed(): Promise<string> {
	const { package: pkg } = await loadPackage();
	const page = `${siteAddress()}/data`;
	const published = (await dataVersions()).filter(({ date, standing }) => date && standing !== 'next');
	return atomFeed({
		title: `${localized(pkg.title)}: ${m.releases_title()}`,
		author: localized(pkg.publisher),
		language: LANGUAGE,
		self: `${page}/releases.xml`,
		address: page,
		entries: published.map(({ version, date, when, changes, note, standing }) => ({
			title: m.releases_of({ version }),
			date,
			id: `${page}/v${version}`,
			address: standing === 'gone' ? `${page}#v${version}` : `${page}/v${version}`,
			summary: [note, when, ...changes.map((change) => `${change.replace(/\.$/, '')}.`)]
				.filter(Boolean)
				.join(' ')
		}))
	});
}
