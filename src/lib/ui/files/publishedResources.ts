import { resourcesWithBreaks } from '../../cube/index.ts';
import { inLanguage } from '../../package/inLanguage.ts';
import { withTranslations } from '../../package/translations.ts';
import type { DataPackage, Resource } from '../../package/types.ts';
import { m } from '../../words/index.ts';
import { LANGUAGE } from '../../words/language.ts';
import { link } from '../link.ts';

let published: Promise<Resource[]> | undefined;

async function fetchResources(): Promise<Resource[]> {
	const response = await fetch(link('/data/datapackage.json'));
	if (!response.ok) throw new Error(m.files_pin_status({ status: response.status }));
	return resourcesWithBreaks(inLanguage(withTranslations(await response.json()) as DataPackage, LANGUAGE));
}

/** The descriptors of every published table, fetched once a tab. */
export async function publishedResources(): Promise<Resource[]> {
	published ??= fetchResources();
	try {
		return await published;
	} catch (error) {
		published = undefined;
		throw error;
	}
}
