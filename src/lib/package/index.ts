export { additivityFaults, additivityRule, inSlice } from './additivity.ts';
export { DESCRIPTOR, readDescriptor, type ReadDescriptor } from './descriptor.ts';
export { formatFault, lineOfPath } from './fault.ts';
export {
	DIMENSION_ROLES,
	dimensionsOf,
	fieldByName,
	fieldByRole,
	fieldsByRole,
	isStatus,
	labelOf,
	localized,
	MARKERS,
	NO_NUMBER,
	plainCategories,
	totalCategory,
	unitName,
	valueField
} from './labels.ts';
export { helpLinesToCheck } from './help/age.ts';
export { homeLines } from './help/home.ts';
export { shapeCode } from './geometry.ts';
export { columnLanguage, inLanguage, speaks, tableInLanguage } from './inLanguage.ts';
export { memoryFiles } from './memory.ts';
export { noteDefinitions, noteReferences, withoutNotes } from './notes.ts';
export {
	publishedFilesOf,
	filesOf,
	LARGEST_FILE,
	readPackage,
	type PackageFiles,
	type ReadPackage
} from './package.ts';
export { revisionAnchor, versionFields, type VersionFields } from './revisions.ts';
export { sourceTables } from './sources.ts';
export { isWithdrawn, withWithdrawals } from './standing.ts';
export { foreignKeyFaults } from './table/keys.ts';
export { readTable, type ReadTable } from './table.ts';
export { contactOf, creatorsOf } from './contributors.ts';
export { asStandard, withTranslations } from './translations.ts';
export { codeTerms, packageTerms, withTermIds, type CodeTerm, type Term } from './terms.ts';
export type * from './types.ts';
export { ARCHIVE, CHANGELOG, compareVersions, isVersion } from './version.ts';
export { webAddress } from './webAddress.ts';
