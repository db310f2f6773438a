import { localized } from '$lib/package/index.ts';
import { filesOfVersion, hasWithheldTables, versionPages } from '$lib/server/releases/files.ts';
import { orMissing } from '$lib/server/namedChart.ts';
import { loadPackage } from '$lib/server/package.ts';
import { dataVersions } from '$lib/server/releases/versions.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () => (await versionPages()).map((version) => ({ version }));

export const load: PageServerLoad = async ({ params }) => {
	const { package: pkg } = await loadPackage();
	const files = orMissing(await filesOfVersion(params.version));
	const versions = await dataVersions();
	const title = (file: string) => {
		const table = pkg.resources.find(({ name }) => `${name}.csv` === file)?.title;
		return table ? localized(table) : '';
	};
	return {
		entry: orMissing(versions.find(({ version }) => `v${version}` === params.version)),
		newest: pkg.version,
		newestIsKept: versions[0]?.standing === 'newest',
		isIncomplete: await hasWithheldTables(params.version),
		files: [...files].map(([name, bytes]) => ({ name, bytes: bytes.byteLength, title: title(name) }))
	};
};
