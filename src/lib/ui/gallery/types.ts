/** One chart in the list of all charts: no more than its card and the search need. */
export interface GalleryCard {
	id: string;
	title: string;
	/** What is counted and when: `cases · 2012–2024`. */
	line: string;
	page: string;
	section: string;
	/** The words by which it is found, folded, each once. */
	words: string;
	tags: string[];
}

/** A property that several charts share and others do not. */
export interface GalleryTag {
	/** Part of addresses: `form-line`. */
	id: string;
	label: string;
}

/** Tags of one kind: a chart that has any chosen one of a group fits the group. */
export interface TagGroup {
	id: string;
	label: string;
	tags: GalleryTag[];
}

export interface GalleryData {
	cards: GalleryCard[];
	groups: TagGroup[];
}

/** What a reader looks for. */
export interface GalleryChoice {
	query: string;
	/** Ids of chosen tags. */
	tags: string[];
}
