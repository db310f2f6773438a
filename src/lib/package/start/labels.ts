import type { Category } from '../types.ts';

const TOTAL =
	/^(?:grand |overall |general )?(?:totals?|all|overall|sum|todos|todas|suma|gesamt|insgesamt|summe|ensemble|totale|general)(?: (?:general|overall|geral))?:?$/i;
/** `All regions`, but not `All other regions`. */
const ALL =
	/^(?:all(?: the)?|todos los|todas las|todos os|todas as|alle|tous les|toutes les) (?!(?:others?|remaining|rest|dem[aá]s|otr[oa]s|outr[oa]s|anderen?|übrigen?|ubrigen?|autres?)\b)\p{L}+(?: \p{L}+)?:?$/iu;
const PART_TOTAL = /\b(?:sub-?totals?|zwischensumme|sous-total)\b|^total (?!\d)|\btotal$/i;
const UNKNOWN =
	/^(?:unknown|unspecified|undisclosed|not (?:specified|stated|known|recorded|reported|disclosed|given)|desconocid[oa]s?|no especificad[oa]|no informad[oa]|no se sabe|sin (?:especificar|dato|datos|informacion|información)|unbekannt|keine angabe|k\.? ?a\.?|inconnue?|non renseigne|non renseigné|desconhecid[oa])$/i;

/** What a label says of its place among the others: a total over them, an overlapping part, unknown. */
export function kindOfLabel(label: string): Category['kind'] {
	if (isTotal(label)) return 'total';
	if (PART_TOTAL.test(label)) return 'composite';
	return UNKNOWN.test(label) ? 'unknown' : undefined;
}

/** Whether a label is that of a total over everything. */
export function isTotal(label: string): boolean {
	return TOTAL.test(label) || ALL.test(label);
}

const PERIOD_OF_TOTAL =
	/\s+(?:(?:of|for|in|de|del|en|für|pour|año|ano|year|jahr)\s+)*(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?$/iu;

/** A total that repeats the period of its row, `Total 2022`, without the period; any other label as it is. */
export function withoutPeriod(label: string): string {
	const plain = label.replace(PERIOD_OF_TOTAL, '');
	return isTotal(plain) ? plain : label;
}

const COUNTED =
	/\b(?:calls|callers|cases|contacts|signals|victims|survivors|people|persons|reports|messages|texts|chats|emails|tips|situations|clients|referrals|llamadas|llamantes|casos|contactos|señales|víctimas|victimas|sobrevivientes|personas|denuncias|mensajes|fälle|anrufe|appels|cas|personnes|chamadas)\b/iu;

/** What one figure seems to count, from the words around it. */
export function unitIn(...texts: string[]): string | undefined {
	for (const text of texts) {
		const [word] = COUNTED.exec(text.replaceAll(/[_-]/g, ' ')) ?? [];
		if (word !== undefined) return word.toLowerCase();
	}
	return undefined;
}

const SUBTOTAL = 'sub-?total(?:es)?|zwischensumme|sous-total|total parcial';

/** Whether a label calls its row a total of the rows around it, and no more. */
export function isSubtotal(label: string): boolean {
	return new RegExp(`^(?:${SUBTOTAL}):?$`, 'i').test(label);
}

/** What a label such as `Subtotal North`, `Total of North` or `North total` says it is the total of. */
export function subtotalOf(label: string): string | undefined {
	const words = `(?:${SUBTOTAL}|totals?)`;
	const [, after] =
		new RegExp(`^${words}(?: (?:of|for|de|del|en|für))?[:\\s–-]+(.+)$`, 'i').exec(label) ?? [];
	const [, before] = new RegExp(`^(.+?)[:,\\s–-]+${words}$`, 'i').exec(label) ?? [];
	return (after ?? before)?.trim();
}

/** A label as a code: letters and digits of any script in lower case, the rest as `_`. */
export function codeOf(label: string): string {
	const plain = label
		.toLowerCase()
		.replaceAll('%', ' percent ')
		.replaceAll('+', ' plus ')
		.replaceAll('<', ' under ')
		.replaceAll('ß', 'ss')
		.normalize('NFKD')
		.replaceAll(/(?<=[a-z])\p{M}/gu, '')
		.normalize('NFC')
		.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '_')
		.replaceAll(/^_+|_+$/g, '');
	return plain.slice(0, 60) || 'other';
}

/** Gives each label a code like no other, the same one each time. */
export class Codes {
	private readonly known = new Map<string, string>();
	private readonly taken = new Set<string>();

	of(label: string): string {
		const known = this.known.get(label);
		if (known !== undefined) return known;
		const base = codeOf(label);
		let code = base;
		for (let count = 2; this.taken.has(code); count++) code = `${base}_${count}`;
		this.taken.add(code);
		this.known.set(label, code);
		return code;
	}

	/** Code and label of each, in the order in which they came. */
	get all(): [code: string, label: string][] {
		return [...this.known].map(([label, code]) => [code, label]);
	}
}

/** A file's name or a column's as a title: `Cases_by-year.csv` becomes `Cases by year`. */
export function titleOf(name: string): string {
	const words = name
		.replace(/(?:\.(?:csv|tsv|tab|txt))+$/i, '')
		.replaceAll(/[_\s]+|(?<=\p{L})-(?=\p{L})/gu, ' ')
		.trim();
	return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}
