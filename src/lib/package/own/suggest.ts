import type { ColumnTally } from './tally.ts';
import { wordsOf } from './names.ts';
import type { Delimiter, Hint, OwnType } from './types.ts';

const YEAR_WORDS = /^(?:year|years|yr|fy|fiscal|ano|jahr|annee|period|time|through|until|since)$/;
const MOSTLY = 0.9;

/**
 * The type that every cell of a column fits; text where there is none, and where leading zeros would be
 * lost. Numbers with a decimal comma are text until the reader says so, and so are those whose points or commas may
 * mark thousands as well as a fraction.
 */
export function typeOf(original: string, tally: ColumnTally, delimiter: Delimiter = ','): OwnType {
	const namesYear = original === '' || wordsOf(original).some((word) => YEAR_WORDS.test(word));
	if (namesYear && tally.fitsAll('year')) return 'year';
	if (mayBeThousands(tally, delimiter)) return 'text';
	if (tally.fitsAll('whole')) return 'whole';
	if (tally.fitsAll('decimal')) return 'decimal';
	return tally.fitsAll('date') ? 'date' : 'text';
}

/** What the reader should look at before the table is used. */
export function hintsOf(type: OwnType, tally: ColumnTally, delimiter: Delimiter = ','): Hint[] {
	const hints: Hint[] = [];
	const values = tally.filled - tally.bareMarkers;
	if (type === 'text' && values > 0 && tally.zeros === 0) {
		if (mayBeThousands(tally, delimiter)) hints.push('thousands');
		else if (tally.fitsAll('decimal-comma')) hints.push('decimal-comma');
		else if (isMostly(tally, values)) hints.push('mostly');
	}
	if (type === 'text' && tally.zeros > 0 && tally.misfits.decimal.count === tally.zeros) hints.push('zeros');
	if ((type === 'whole' || type === 'decimal') && tally.grouped > 0) hints.push('grouped');
	if (type === 'decimal' && tally.tooFine > 0) hints.push('digits');
	if (type === 'decimal' && tally.lastZeros > 0) hints.push('last-zeros');
	if (tally.apostrophes > 0) hints.push('apostrophes');
	return hints;
}

/**
 * Whether every number can be read in two ways: `1.234` with points, or `1,234` in a file whose cells no comma parts,
 * as those with decimal commas are.
 */
function mayBeThousands(tally: ColumnTally, delimiter: Delimiter): boolean {
	if (tally.pointed > 0 && tally.fitsAll('whole-points')) return true;
	return delimiter !== ',' && tally.grouped > 0 && tally.fitsAll('whole') && tally.fitsAll('decimal-comma');
}

function isMostly(tally: ColumnTally, values: number): boolean {
	const fewest = Math.min(tally.misfits.decimal.count, tally.misfits.date.count);
	return fewest < values && 1 - fewest / values >= MOSTLY;
}
