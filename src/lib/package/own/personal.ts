import { isCountName } from './roles.ts';
import type { ColumnTally } from './tally.ts';
import { wordsOf } from './names.ts';
import {
	ADDRESS,
	BIRTH,
	BORN,
	CASES,
	DAY,
	has,
	NAME,
	namesPerson,
	NO_ADDRESS,
	NUMBER,
	PERSON,
	PHONE,
	POSITION,
	SECRET
} from './personalWords.ts';
import type { OwnType, PersonalFinding, PersonalKind } from './types.ts';
import type { Shape } from './shapes.ts';

const MANY = 0.3;
const UNIQUE = 0.9;
const LEAST_ROWS = 5;

/** The words of a name and what its cells are. */
interface Column {
	words: string[];
	tally: ColumnTally;
	type: OwnType;
	/** Filled cells of some shapes. */
	shaped: (...shapes: Shape[]) => number;
}

function name({ words, tally, type, shaped }: Column): PersonalFinding | undefined {
	if (type !== 'text') return undefined;
	const cells = shaped('name');
	const byName = namesPerson(words);
	const mayName = words.length === 1 && (has(words, NAME) || has(words, PERSON));
	const areWords = shaped('name', 'words') >= tally.filled / 2 && tally.distinctShare > 0.5;
	if (byName || cells >= Math.max(2, tally.filled * MANY)) return found('name', tally, cells, byName);
	return mayName && areWords && cells > 0 ? found('name', tally, shaped('name', 'words'), true) : undefined;
}

function found(kind: PersonalKind, tally: ColumnTally, cells: number, byName: boolean): PersonalFinding {
	return { kind, cells, of: tally.filled, byName };
}

function phone({ words, tally, shaped }: Column): PersonalFinding | undefined {
	const cells = shaped('phone');
	const byName = has(words, PHONE);
	const digits = shaped('phone', 'digits');
	if (byName && digits >= tally.filled * MANY && digits > 0) return found('phone', tally, digits, true);
	return cells >= Math.max(1, tally.filled * MANY) ? found('phone', tally, cells, false) : undefined;
}

function address({ words, tally, type, shaped }: Column): PersonalFinding | undefined {
	const cells = shaped('address');
	const byName = type === 'text' && has(words, ADDRESS) && !has(words, NO_ADDRESS);
	if (byName || cells >= Math.max(2, tally.filled * MANY)) return found('address', tally, cells, byName);
	return undefined;
}

function birth({ words, tally, type, shaped }: Column): PersonalFinding | undefined {
	if (has(words, BORN) || (has(words, BIRTH) && (has(words, DAY) || type === 'date' || type === 'year')))
		return found('birth', tally, tally.filled, true);
	const days = type === 'date' ? tally.filled : shaped('other-date');
	const isSpread = tally.lastYear - tally.firstYear >= 25 && tally.distinctShare > 0.5;
	const areLivesAgo = tally.firstYear < 2000 && days >= Math.max(LEAST_ROWS, tally.filled * 0.9);
	return isSpread && areLivesAgo ? found('birth', tally, days, false) : undefined;
}

function id({ words, original, tally, shaped }: Column & { original: string }): PersonalFinding | undefined {
	const cells = shaped('id');
	if (has(words, SECRET)) return found('id', tally, tally.filled, true);
	if (cells >= Math.max(1, tally.filled * MANY)) return found('id', tally, cells, false);
	const isAlone = words.length === 1 && /^(?:id|uuid|guid)$/.test(words[0] ?? '');
	const isOfPerson = has(words, NUMBER) && (has(words, PERSON) || has(words, CASES)) && !words.includes('of');
	const isUnique = tally.filled >= LEAST_ROWS && tally.distinctShare >= UNIQUE;
	const isId = isAlone || (isOfPerson && (has(words, /^(?:id|uuid|guid)$/) || !isCountName(original)));
	return isId && isUnique ? found('id', tally, tally.filled, true) : undefined;
}

function position({ words, tally }: Column): PersonalFinding | undefined {
	const isFraction = tally.fitsAll('decimal') && !tally.fitsAll('whole');
	const isFine = isFraction && tally.filled >= LEAST_ROWS && tally.distinctShare > 0.5;
	return has(words, POSITION) && isFine ? found('position', tally, tally.filled, true) : undefined;
}

function byShape(kind: 'email' | 'device' | 'contact-in-text', share: number) {
	return ({ tally, shaped }: Column): PersonalFinding | undefined => {
		const cells = shaped(kind);
		return cells > 0 && cells >= tally.filled * share ? found(kind, tally, cells, false) : undefined;
	};
}

const CHECKS = [
	name,
	phone,
	byShape('email', 0),
	address,
	birth,
	id,
	position,
	byShape('device', MANY),
	byShape('contact-in-text', 0)
];

/** Why a column may hold what describes or names a person, by its name and by the shape of its cells. */
export function personalFindings(original: string, type: OwnType, tally: ColumnTally): PersonalFinding[] {
	if (tally.filled === 0) return [];
	const column = {
		original,
		words: wordsOf(original),
		type,
		tally,
		shaped: (...shapes: Shape[]) => shapes.reduce((sum, each) => sum + (tally.shapes.get(each) ?? 0), 0)
	};
	return CHECKS.flatMap((check) => check(column) ?? []);
}

const DESCRIBES =
	/^(?:age|sex|gender|race|ethnicity|nationality|citizenship|dob|birthdate|birthday|birth|marital|religion|occupation|immigration|language|pronouns|orientation|edad|sexo|genero|raza|etnia|nacionalidad|ciudadania|ocupacion|idioma|alter|geschlecht|zip|postcode)$/;

/** Whether the name of a column says that it describes persons. */
export function describesPerson(original: string): boolean {
	const words = wordsOf(original);
	return has(words, DESCRIBES) || namesPerson(words);
}
