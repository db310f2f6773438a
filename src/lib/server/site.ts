import { loadPackage } from './package.ts';

/** Where `npm start` serves the site; stands in until somebody says where it is published. */
const LOCAL = 'http://localhost:4173';

/**
 * The address under which the site is published, with the path but without a slash at its end: `SITE_ADDRESS`, else the
 * package's `homepage`, else the local server's. Pictures for previews, oEmbed and codes to paste need it,
 * for they are read elsewhere.
 */
export async function siteAddress(): Promise<string> {
	const { package: pkg } = await loadPackage();
	return (process.env.SITE_ADDRESS || pkg.homepage || LOCAL + (process.env.BASE_PATH ?? '')).replace(
		/\/+$/,
		''
	);
}

/** Whether somebody has said where the site is published. */
export async function isAddressConfigured(): Promise<boolean> {
	const { package: pkg } = await loadPackage();
	return Boolean(process.env.SITE_ADDRESS || pkg.homepage);
}
