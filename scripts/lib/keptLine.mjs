/**
 * Says whether the current version of a package is kept, and how to keep it.
 * @param {string} version
 * @param {string} folder of the package
 * @param {boolean} isKept whether an equal copy stands in the package's folder `releases/`
 */
export function keptLine(version, folder, isKept) {
	return isKept
		? `Version ${version} is kept: its frozen embeds stay when the data change.`
		: `Version ${version} is not kept yet, so chart pages do not offer frozen embeds of it: \`npm run data -- release ${folder}\` keeps it.`;
}
