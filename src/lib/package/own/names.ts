const RESERVED = new Set(
	`all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create
	default deferrable desc describe distinct do else end except false fetch for foreign from group having in
	initially intersect into lambda lateral leading limit not null offset on only or order pivot pivot_longer
	pivot_wider placing primary qualify references returning select show some summarize symmetric table then to
	trailing true union unique unpivot using variadic when where window with`.split(/\s+/)
);
const LONGEST = 48;
const SPECIAL: Record<string, string> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ı: 'i'
};

/** A text as a name that SQL takes without quotes: lower-case letters, digits and `_`; `''` where nothing is left. */
export function sqlName(text: string): string {
	const plain = text
		.replaceAll('%', ' percent ')
		.toLowerCase()
		.replaceAll(/[ßæœøłđðþı]/g, (letter) => SPECIAL[letter] ?? '')
		.normalize('NFKD')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[^a-z0-9]+/g, '_')
		.slice(0, LONGEST)
		.replaceAll(/^_+|_+$/g, '');
	if (plain === '') return '';
	return /^\d/.test(plain) || RESERVED.has(plain) ? `_${plain}` : plain;
}

/** The name, or with `_2`, `_3` … at its end, so that it is like none of those taken. */
export function uniqueName(name: string, taken: ReadonlySet<string>): string {
	if (!taken.has(name)) return name;
	let count = 2;
	while (taken.has(`${name}_${count}`)) count++;
	return `${name}_${count}`;
}

/** Names of columns in SQL, each like no other; a column without a name is `column_` and its place. */
export function columnNames(originals: readonly string[]): string[] {
	const taken = new Set<string>();
	return originals.map((original, index) => {
		const name = uniqueName(sqlName(original) || `column_${index + 1}`, taken);
		taken.add(name);
		return name;
	});
}

/** The name of a table in SQL from the name of its file, like none of those taken (in lower case). */
export function tableName(file: string, taken: ReadonlySet<string>): string {
	const stem = file.replace(/(?:\.(?:csv|tsv|tab|txt|parquet|gz))+$/i, '');
	return uniqueName(sqlName(stem) || 'own_table', taken);
}

/** The words of a column's name: `DateOfBirth` and `date of birth` alike, without accents. */
export function wordsOf(name: string): string[] {
	return name
		.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.toLowerCase()
		.normalize('NFKD')
		.replaceAll(/\p{M}/gu, '')
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');
}
