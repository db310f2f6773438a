import { m } from '../../words/index.ts';
import { derivedHeadline } from './headline.ts';
import { derivedNotes } from './notes.ts';
import { derivedCells, derivedHeads } from './table.ts';
import {
	derivedBasis,
	derivedLimits,
	derivedNumber,
	derivedTitle,
	derivedUnit,
	derivedValue,
	gapWords
} from './words.ts';

/** What only charts of indices, changes and shares need. */
export const DERIVED_KIT = {
	basis: derivedBasis,
	cells: derivedCells,
	gap: gapWords,
	headline: derivedHeadline,
	heads: derivedHeads,
	none: () => m.derived_none(),
	limits: derivedLimits,
	notes: derivedNotes,
	number: derivedNumber,
	title: derivedTitle,
	unit: derivedUnit,
	value: derivedValue
};
