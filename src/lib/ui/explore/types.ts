import type { Published } from '../files/publishedAddress.ts';
import type { ChartView, MapClasses, PlaceShapes, SourceEntry } from '../../charts/types.ts';
import type { CompactTable } from '../compact.ts';
import type { Exploration } from './explore.ts';

/** Values that a search can choose at one field; the field `show` is what stands in place of a count. */
export interface CatalogueGroups {
	field: string;
	values: {
		value: string;
		label: string;
		/** The measures that are published for it; absent where all are. */
		only?: string[];
	}[];
}

/** A table in the list of what can be counted. */
export interface CatalogueTable {
	name: string;
	title: string;
	/** `2008–2024`; `''` where it has no years. */
	years: string;
	/** What it counts; the measure is `''` in a table without measures. */
	entries: { measure: string; label: string }[];
	/** The groups and places that it tells apart, so that a search for one of them finds and chooses it. */
	groups: CatalogueGroups[];
}

/** All that exploring one table needs; it travels when the table is chosen. */
export interface TableBundle {
	/** The table, then those that hold its totals and residents. */
	tables: CompactTable[];
	sources: SourceEntry[];
	/** Only where its places are those of the package. */
	places?: ChartView['places'];
	shapes?: PlaceShapes;
	/** Classes of the named maps of the table. */
	classes?: MapClasses[];
	/** The name of the table of its residents. */
	population?: string;
	package: ChartView['package'];
}

/** What the page carries: the list of tables, and the chart with which it starts. */
export interface ExplorePage {
	catalogue: CatalogueTable[];
	/** What is counted where nothing was chosen. */
	start: { table: string; measure: string };
	bundle: TableBundle;
	exploration: Exploration;
	view: ChartView;
	/** Its question in SQL. */
	sql: string;
	/** Address of the published site, and whether the data of this version stay at their address. */
	published: Published;
}
