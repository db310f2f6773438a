import type { DataPackage, Resource, Table } from '../../package/types.ts';

/** A package in the language of the reader, and where its site stands, for catalogues that list it. */
export interface Catalogued {
	package: DataPackage;
	tables: Record<string, Table>;
	/** The day on which this version was published; absent where it is not yet, or nobody noted it. */
	released?: string;
	/** Address of the site in this language, without a slash at its end. */
	address: string;
	/** Address of the site in its main language, where files stand that are the same in all. */
	root: string;
	/** BCP 47. */
	language: string;
	/** Size in bytes of the CSV of each table. */
	sizes: Record<string, number>;
}

/** One table of it. */
export interface CataloguedTable extends Catalogued {
	resource: Resource;
}
