import { GIVEN_NAMES } from './givenNames.ts';

/** What the letters and digits of a cell may be of a person. */
export type Shape =
	| 'name'
	| 'phone'
	| 'digits'
	| 'email'
	| 'address'
	| 'id'
	| 'device'
	| 'contact-in-text'
	| 'words'
	| 'other-date';

const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.\p{L}{2,}$/u;
const EMAIL_WITHIN = /[^\s@<>()]+@[^\s@<>()]+\.\p{L}{2,}/u;
const PHONES = [
	/^\+\d[\d ().-]{7,18}$/,
	/^(?:1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}(?: ?(?:x|ext\.?) ?\d+)?$/i,
	/^\(\d{3}\) ?\d{3}-?\d{4}$/,
	/^0\d{2,4}[ /-]\d{3,4}[ -]?\d{3,5}$/,
	/^0\d(?:[ .]\d\d){4}$/
];
const PHONE_WITHIN = /(?:^|[^\d.-])(?:\+?1[ .-])?(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[.-]\d{4}(?![\d-])/;
const IDS = [
	/^\d{3}-\d{2}-\d{4}$/,
	/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i,
	/^A[- ]?\d{3}[- ]?\d{3}[- ]?\d{3}$/
];
const DEVICE = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;
const ADDRESSES = [
	/^\d{1,6}[a-z]? .*\b(?:st|street|ave|avenue|rd|road|blvd|boulevard|lane|ln|drive|dr|court|ct|way|place|pl|terrace|hwy|highway|parkway|pkwy|circle|apt|suite)\b\.?/i,
	/\b(?:calle|avenida|av\.|carrera|rue|via|plaza)\b.*\d/i,
	/(?:stra(?:ß|ss)e|str\.|weg|gasse|platz) \d+ ?[a-z]?\b/i,
	/\bp\.? ?o\.? box \d/i
];
const PERSON = /^\p{Lu}[\p{L}'’.-]*,?(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u;
const OTHER_DATE = /^\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d$/;
const LONGEST = 400;

/** The first word of `Ana Lopez`, the second of `Lopez, Ana`. */
function givenName(text: string): string {
	const [first = '', second = ''] = text.split(/,? /);
	const word = text.includes(', ') ? second : first;
	return word
		.toLowerCase()
		.normalize('NFKD')
		.replaceAll(/[^a-z]/g, '');
}

function ofLetters(text: string): Shape | undefined {
	if (ADDRESSES[1]?.test(text) || ADDRESSES[2]?.test(text) || ADDRESSES[3]?.test(text)) return 'address';
	const isPerson = PERSON.test(text);
	if ((isPerson || /^\p{L}+$/u.test(text)) && GIVEN_NAMES.has(givenName(text))) return 'name';
	return isPerson ? 'words' : undefined;
}

function ofDigits(text: string): Shape | undefined {
	if (OTHER_DATE.test(text)) return 'other-date';
	if (IDS.some((pattern) => pattern.test(text))) return 'id';
	if (DEVICE.test(text)) return 'device';
	if (PHONES.some((pattern) => pattern.test(text))) return 'phone';
	if (/^\d{7,15}$/.test(text)) return 'digits';
	if (ADDRESSES.some((pattern) => pattern.test(text))) return 'address';
	return PHONE_WITHIN.test(text) ? 'contact-in-text' : undefined;
}

/** What a cell looks like, if anything that may tell of a person. */
export function shapeOf(cell: string): Shape | undefined {
	const text = cell.length > LONGEST ? cell.slice(0, LONGEST) : cell.trim();
	if (text.includes('@')) {
		if (EMAIL.test(text)) return 'email';
		if (EMAIL_WITHIN.test(text)) return 'contact-in-text';
	}
	return /\d/.test(text) ? ofDigits(text) : ofLetters(text);
}
