/** A text of the descriptor: plain, or one per language (`{ en: '…', es: '…' }`). */
export type Text = string | Record<string, string>;

/** What a column means; everything the site does with a table follows from these. */
export type Role =
	| 'time'
	| 'place'
	| 'category'
	| 'measure'
	| 'unit'
	| 'basis'
	| 'value'
	| 'status'
	| 'qualifier'
	| 'denominator'
	| 'source'
	| 'confidence'
	| 'note';

/** `''` as published, or a marker of the harmonised UK list; `[r][e]` style pairs are not used. */
export type Status = '' | '[c]' | '[x]' | '[z]' | '[b]' | '[p]' | '[r]' | '[u]' | '[e]';

/** The types of Frictionless fields that are read. */
export type FieldType = 'string' | 'integer' | 'number' | 'year' | 'date' | 'any';

/** One allowed value of a column. */
export interface Category {
	value: string;
	label: Text;
	description?: Text;
	/**
	 * `total`: the published total over this dimension. `composite`: overlaps other values (never part
	 * of a sum). `unknown`: published as unknown. Absent: a plain member.
	 */
	kind?: 'total' | 'composite' | 'unknown';
	/** The values that a composite consists of, such as the cities of a state; absent: nothing is known of it. */
	parts?: string[];
	/** Colour slot 1-6, so that the same thing has the same colour on every page. */
	hue?: number;
}

/** A text that stands in place of a value, and what it means. */
export interface MissingValue {
	value: string;
	label: Text;
}

/** What every value of a column must meet. */
export interface Constraints {
	required?: boolean;
	unique?: boolean;
	minimum?: number | string;
	maximum?: number | string;
	pattern?: string;
}

/** One column. */
export interface Field {
	name: string;
	type: FieldType;
	title?: Text;
	description?: Text;
	role?: Role;
	/**
	 * The language of a column of texts (role `note`, or none), where the table has the same texts in several:
	 * `note_es` with `es` is read in Spanish instead of `note`. Absent: the main language of the package.
	 */
	language?: string;
	/** The field holds fiscal years such as `2021/22`: the month in which each begins, 1 to 12. */
	yearStarts?: number;
	categories?: Category[];
	constraints?: Constraints;
	missingValues?: MissingValue[];
}

/** Columns whose values name rows of another table. */
export interface ForeignKey {
	fields: string[];
	reference: { resource: string; fields: string[] };
}

/** The columns of a table and its keys. */
export interface Schema {
	fields: Field[];
	primaryKey?: string[];
	foreignKeys?: ForeignKey[];
	missingValues?: MissingValue[];
}

/** Whether values may be summed over a dimension; the first rule whose `where` fits decides, else none. */
export interface AdditivityRule {
	dimension: string;
	additivity: 'additive' | 'none';
	/** Fields and values to which the rule is limited, such as `{ unit: ['cases'] }`. */
	where?: Record<string, string[]>;
	/** Shown to the reader. */
	reason: Text;
	/**
	 * Where the published total over an additive dimension stands; rows match on equal key fields of
	 * the same name. Without it no share can be computed.
	 */
	total?: { resource: string; where: Record<string, string> };
	/**
	 * Slices in which everything that was counted is listed although not every known value has a row
	 * (`{}` = all: an absent row means none). Elsewhere a sum needs a row for every plain value.
	 */
	complete?: Record<string, string[]>[];
}

/** A point from which figures are not, or only with care, comparable with earlier ones. */
export interface Break {
	id: string;
	/** `2014`, `2020-03` or `2025-09-01`: the first moment of the new state; `to` closes an interval. */
	from: string;
	to?: string;
	kind:
		'definition' | 'scope' | 'classification' | 'operator' | 'outage' | 'external' | 'partial' | 'vintage';
	/** Absent lists mean everything. */
	affects: { resources?: string[]; measures?: string[] };
	comparableAcross: boolean;
	/** A few words beside the rule in a chart. */
	label: Text;
	text: Text;
	/** A `source_id`. */
	source?: string;
}

/** How small counts are kept from telling of a person. */
export interface DisclosureSettings {
	/**
	 * `protect`: a figure that is too small, or that gives one away, is a fault. `inform`: it is only reported,
	 * for figures that are public already. `off`: these figures count neither people nor cases.
	 */
	mode: 'protect' | 'inform' | 'off';
	/** The least count that is published, at least 2; absent: 11. */
	threshold?: number;
	/** Whether a zero is published; absent: it is. */
	zeros?: 'published' | 'withheld';
	/** Why, in words that readers are shown; `inform` and `off` need it. */
	reason?: Text;
}

/** What a table says of it besides; a property that is absent is that of the package. */
export interface TableDisclosure extends Partial<DisclosureSettings> {
	/** Fields and values to which the threshold is limited, such as `{ unit: ['cases'] }`; absent: every row. */
	where?: Record<string, string[]>;
	/** Columns without a role that may stay beside a withheld figure, since they say nothing of it. */
	harmless?: string[];
	/** Rows that were computed from other rows of the table: they are withheld with them. */
	derived?: DerivedFigures[];
}

/** Rows such as rates or shares, and the rows from which they were computed, told apart by field values. */
export interface DerivedFigures {
	/** `{ measure: ['share'] }` */
	where: Record<string, string[]>;
	/** `{ measure: 'cases' }`: otherwise those rows have the same key, the unit aside. */
	of: Record<string, string>;
}

/** Where the residents stand by whom the counts of a table are divided. */
export interface PopulationLink {
	/** A table with a place and a time field of the same names and values. */
	resource: string;
	/** Which basis of that table serves which years, first and last included; absent: it has one basis. */
	bases?: { value: string; from?: string; to?: string }[];
}

/** One table: a CSV file and what it means. */
export interface Resource {
	name: string;
	/** Relative to the descriptor, inside its folder. */
	path: string;
	type: 'table';
	title: Text;
	description: Text;
	format?: 'csv';
	mediatype?: string;
	encoding?: string;
	/** Size of the file; the site declares it where it serves the descriptor, so that a cut-off download is noticed. */
	bytes?: number;
	/** `sha256:` and the checksum of the file in hexadecimal digits; a release declares it. */
	hash?: string;
	schema: Schema;
	/** The unit of every value, where the table has no `unit` column. */
	unit?: string;
	/** How that unit is called; absent: as it is written in `unit`. */
	unitLabel?: Text;
	/** Who and what is counted: "U.S. hotline", "UK helpline". */
	scope?: Text;
	limits?: Text;
	additivity?: AdditivityRule[];
	breaks?: Break[];
	/** Makes rates per 100,000 residents possible. */
	population?: PopulationLink;
	/** Attribution or terms that must be shown wherever the table is shown. */
	attribution?: Text;
	/** The day until which the figures of this table were gathered, where it is not the package's. */
	asOf?: string;
	/** Terms of this table, where they are its own. */
	licenses?: License[];
	disclosure?: TableDisclosure;
	/** The place or places that its figures are about, where they are not the package's; `''`: not said. */
	spatial?: Text;
}

/** A person or an organization behind a package, as the Data Package standard has it. */
export interface Contributor {
	title: Text;
	/** Address of a page about them. */
	path?: string;
	/** Where questions are answered; it is published. */
	email?: string;
	/** Such as `creator`, `publisher`, `contact`. */
	roles?: string[];
	organization?: Text;
}

/** Terms under which data are published; `path` is their address. */
export interface License {
	name: string;
	title?: Text;
	path?: string;
}

/** A word and its meaning, for the reader. */
export interface Definition {
	/** Its anchor in the glossary; absent: made from the term. */
	id?: string;
	term: Text;
	text: Text;
	source?: string;
	/** Codes of measures and units that it explains. */
	codes?: string[];
}

/** What a package adds to the pages that explain the subject. */
export interface LearnSettings {
	/** The file with the law of its country in outline, Markdown; absent: there is no such page. */
	law?: Text;
	/** The chart that answers a myth, by the id of the myth: its id, or with it the part of the chart that answers. */
	figures?: Record<string, string | LearnFigure>;
}

/** A part of a chart: only what the filters let through is told. */
export interface LearnFigure {
	chart: string;
	/** Values by the name of a column of the chart's table. */
	filters: Record<string, string[]>;
}

/** One line of the all-time panel: a measure and where its newest total and its yearly figure stand. */
export interface HeadlineMeasure {
	measure: string;
	label: Text;
	/** Table of totals since the start; its time field says "counted through". */
	cumulative?: { resource: string; where: Record<string, string> };
	/** Table of yearly figures. */
	yearly?: { resource: string; where: Record<string, string> };
}

/** A table and the rows of it that are meant. */
export interface FiguresAt {
	resource: string;
	/** Fields and one value each. */
	where: Record<string, string>;
}

/** One thing that the line did, as published figures count it. */
export interface ReachMeasure {
	label: Text;
	/** Where its figures stand; those of two tables are never compared. */
	figures: FiguresAt[];
	/** Where its newest published total since the start stands. */
	total?: FiguresAt;
	/** `places`: not the figures are shown but the number of places that have one above zero. */
	counts?: 'places';
}

/** What a funder asks about the service, and the measures that answer. */
export interface ReachGroup {
	heading: Text;
	question?: Text;
	/** None: nothing on this is published, which is said. */
	measures: ReachMeasure[];
}

/** Whom a help line is for. */
export type HelpKind = 'emergency' | 'trafficking' | 'victims' | 'children' | 'other';

/** Where a person finds help: reached by phone, text, chat or web. */
export interface HelpLine {
	name: Text;
	/** Two letters of ISO 3166-1, `US`; absent in a line that stands in the descriptor. */
	country?: string;
	kind?: HelpKind;
	/** As shown, and as `tel:` or `sms:` needs it. */
	phone?: string;
	/** Where a text message is sent. */
	text?: string;
	/** What the message says, where the line asks for a word. */
	textWord?: string;
	/** For text telephones. */
	tty?: string;
	/** Addresses of the chat and of the line's own site. */
	chat?: string;
	url?: string;
	hours?: Text;
	languages?: Text;
	/** What it is for, in a sentence. */
	for?: Text;
	/** In the file of help lines an address, in the descriptor a `source_id`. */
	source?: string;
	/** The day on which the source said so. */
	verifiedOn?: string;
}

/** The file of help lines by country. */
export interface HelpLineFile {
	/** A CSV file in the folder, one row a line. */
	path: string;
	/** The country whose lines stand on every page. */
	country: string;
}

/** Where a reader who leaves in a hurry is taken. */
export interface ExitSettings {
	/** A page that says nothing about the reader: `https`, without query and fragment. */
	url: string;
	/** What it is, in words: "the weather". */
	name: Text;
}

/** How the longitude and latitude of a geometry are brought on paper; `planar`: they are there already, y downwards. */
export type Projection = 'albers-usa' | 'equal-earth' | 'mercator' | 'planar';

/** The places that maps, lists and pages are about. */
export interface PlaceSettings {
	/** Name of the place field by which tables name them; its categories are the places. */
	field: string;
	/** "State", "States", and the whole that they are part of: "United States". */
	one: Text;
	many: Text;
	whole: Text;
	/** Shapes: a TopoJSON file in the package's folder. */
	geometry?: {
		path: string;
		/** The object of the file that holds the shapes. */
		object: string;
		/** The property of a shape that is the code of its place; absent: its `id`. */
		property?: string;
		projection: Projection;
		/** A `source_id`. */
		source?: string;
	};
	/** Column and row of each place in a grid of tiles, from 0; places that are not in it follow below. */
	tiles?: Record<string, [number, number]>;
	/** Lines that serve one place, by its code. */
	helpLines?: Record<string, HelpLine[]>;
}

/** What became of a published version of a figure. */
export type VersionStanding = 'in-use' | 'superseded' | 'other-basis' | 'quoted' | 'doubtful' | 'undated';

/** The table of published versions of figures, one row a version. */
export interface RevisionSettings {
	resource: string;
	/** Its field of the date of publication: a year, a month or a day; empty where it is not known. */
	published: string;
	/** Its field that says what became of a version. */
	standing: string;
	/** What each code of that field means. */
	standings: Record<string, VersionStanding>;
	/** Its field that names who quoted a figure whose own source could not be read. */
	quotedBy?: string;
}

/** Frozen embeds that must no longer be shown: they answer with a notice. */
export interface Withdrawal {
	/** The release whose frozen embeds are meant. */
	version: string;
	/** Ids of the charts; absent: every chart of that release. */
	charts?: string[];
	/** The day of the withdrawal, `2026-08-31`. */
	date: string;
	/** Shown to the reader. */
	reason: Text;
}

/** What the publisher decides about frozen embeds. */
export interface EmbedSettings {
	/** How many earlier releases keep their frozen embeds, 0 to 50; absent: 5. */
	keep?: number;
	withdrawn?: Withdrawal[];
}

/** `datapackage.json`: a Frictionless Data Package v2 with this project's properties. */
export interface DataPackage {
	$schema: string;
	name: string;
	title: Text;
	description: Text;
	/** `1.0.0`; it is raised whenever anything in the package changes after it was published. */
	version: string;
	/** The day until which published figures were gathered, `2026-08-31`. */
	asOf: string;
	/** When counting began, `2007-12`. */
	since?: string;
	scope: Text;
	/** What a reader must know of the whole site, shown at the top of every page: that its figures are made up. */
	notice?: Text;
	/** The sentence that every chart and file carries. */
	limits: Text;
	/** Address of the publisher's own site, not of this one. */
	homepage?: string;
	publisher: Text;
	/** Languages of its texts, as BCP 47 codes; the first is the main language of the site. */
	languages?: string[];
	licenses?: License[];
	contributors?: Contributor[];
	/** Words by which catalogues find it. */
	keywords?: string[];
	/** The place or places that its figures are about. */
	spatial?: Text;
	resources: Resource[];
	breaks?: Break[];
	definitions?: Definition[];
	/** What the figures cannot say, one plain sentence each. */
	cannotSay?: Text[];
	headline?: HeadlineMeasure[];
	/** What the line did; absent: its headline measures. */
	reach?: ReachGroup[];
	/** Names the file of help lines; a list of lines is the earlier form. */
	helpLines?: HelpLine[] | HelpLineFile;
	/** Absent: a page that is the same everywhere. */
	exit?: ExitSettings;
	places?: PlaceSettings;
	/** How published figures changed; absent: nothing is said of it. */
	revisions?: RevisionSettings;
	/** Chart specs, read by the charts floor. */
	charts?: unknown[];
	embeds?: EmbedSettings;
	learn?: LearnSettings;
	/** Absent: figures are audited, and what is found is reported. */
	disclosure?: DisclosureSettings;
}

/** A cell after reading: numbers for number types, text otherwise, null for empty or a marker. */
export type Cell = string | number | null;

/** A row after reading, by field name; a table with a value field always has `status` too. */
export type Row = Record<string, Cell>;

/** A table with its rows as read. */
export interface Table {
	resource: Resource;
	rows: Row[];
	/** The line of the file on which each row starts, the header being 1; absent where rows were not read. */
	lines?: number[];
}

/** One thing wrong with a package; `row` is the line in the file, the header being 1. */
export interface Fault {
	file: string;
	row?: number;
	column?: string;
	value?: string;
	rule: string;
	mend: string;
}
