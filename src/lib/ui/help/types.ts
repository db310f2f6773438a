import type { HelpKind } from '../../package/types.ts';

/** A help line in the language of the site; what it does not have is absent. */
export interface ShownHelpLine {
	name: string;
	/** The language of each text that is not in that of the page, for no translation of it is there. */
	other?: Partial<Record<'name' | 'hours' | 'languages' | 'for', string>>;
	kind?: HelpKind;
	phone?: string;
	text?: string;
	textWord?: string;
	tty?: string;
	chat?: string;
	url?: string;
	hours?: string;
	languages?: string;
	for?: string;
	/** Where the number is from: an address and the name of its site. */
	source?: { address: string; site: string };
	/** The day on which that source gave it, in words; absent: nobody knows. */
	checked?: string;
}

/** The help lines of a country. */
export interface CountryHelp {
	/** Two letters of ISO 3166-1; also the place on the page. */
	code: string;
	name: string;
	lines: ShownHelpLine[];
}
