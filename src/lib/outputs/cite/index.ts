import { apaCitation } from './apa.ts';
import { bibtexEntry } from './bibtex.ts';
import { cslJson } from './csl.ts';
import { plainCitation } from './plain.ts';
import { risEntry } from './ris.ts';
import type { Citable } from './types.ts';

export type { Citable } from './types.ts';

/** One way to write a reference; a file of its own where reference managers read it. */
export interface CitationFormat {
	name: 'apa' | 'bibtex' | 'ris' | 'csl' | 'plain';
	/** A proper name, the same in every language; absent for plain text. */
	title?: string;
	write: (citable: Citable) => string;
	file?: { ending: string; type: string };
}

/** Every format, the one for reading first. */
export const CITATION_FORMATS: readonly CitationFormat[] = [
	{ name: 'apa', title: 'APA', write: apaCitation },
	{
		name: 'bibtex',
		title: 'BibTeX',
		write: bibtexEntry,
		file: { ending: 'bib', type: 'application/x-bibtex' }
	},
	{
		name: 'ris',
		title: 'RIS',
		write: risEntry,
		file: { ending: 'ris', type: 'application/x-research-info-systems' }
	},
	{
		name: 'csl',
		title: 'CSL-JSON',
		write: cslJson,
		file: { ending: 'json', type: 'application/vnd.citationstyles.csl+json' }
	},
	{ name: 'plain', write: plainCitation }
];
