import type { Role } from '../types.ts';
import type { OwnType } from './types.ts';
import { wordsOf } from './names.ts';

const ROLE_WORDS: [Role, string][] = [
	['unit', 'unit units einheit unidad'],
	['basis', 'basis'],
	['measure', 'measure metric indicator indicador medida'],
	['source', 'source sources fuente quelle'],
	['confidence', 'confidence confianza'],
	['qualifier', 'qualifier'],
	['denominator', 'denominator known base'],
	['note', 'note notes comment comments remark remarks description nota notas comentario comentarios'],
	[
		'time',
		`year years yr month months quarter week day date dates period time fiscal fy ano mes trimestre
		semana dia fecha periodo jahr monat datum annee mois`
	],
	[
		'place',
		`place state states country countries county counties city cities province region regions district
		territory zip fips usps iso iso2 iso3 geography location estado estados pais
		provincia condado ciudad municipio lugar land ort pays ville`
	]
];
const ROLES = new Map(ROLE_WORDS.flatMap(([role, words]) => words.split(/\s+/).map((word) => [word, role])));

/** Words of columns that count something. */
const COUNTS = new Set(
	`count counts n number value values total totals records cases calls signals contacts reports victims texts
	messages frequency freq population pop census people persons survivors situations tips interactions casos
	llamadas senales contactos personas sobrevivientes denuncias cantidad conteo victimas registros poblacion
	anzahl faelle falle nombre cas appels effectif`.split(/\s+/)
);
/** Numbers that tell one thing from another, and count nothing. */
const NO_COUNTS = new Set(
	`id code codes fips zip phone tel age edad alter dob lat latitude lon lng long longitude year ano key no nr
	rank percent pct share rate porcentaje proporcion tasa telefono folio`.split(/\s+/)
);

/** Roles that a column of numbers may have as well. */
const NUMBERS_TOO: ReadonlySet<Role> = new Set(['time', 'place', 'source', 'denominator'] as const);
const SHARES = new Set(['percent', 'pct', 'share', 'rate', 'porcentaje', 'proporcion', 'tasa']);

const isNumber = (type: OwnType) =>
	type === 'whole' || type === 'whole-points' || type === 'decimal' || type === 'decimal-comma';

/** Whether a column's name says that it counts. */
export function isCountName(original: string): boolean {
	const words = wordsOf(original);
	return words.some((word) => COUNTS.has(word)) && !words.some((word) => NO_COUNTS.has(word));
}

/**
 * What a column seems to mean, by its type and the words of its name.
 * @param isMarkers whether it holds markers and nothing else
 */
export function roleOf(original: string, type: OwnType, isMarkers = false): Role {
	const words = wordsOf(original);
	if (isMarkers || (words.length === 1 && /^(?:status|marker)$/.test(words[0] ?? ''))) return 'status';
	if (type === 'year' || type === 'date') return 'time';
	const named = words.map((word) => ROLES.get(word)).find((role) => role !== undefined);
	if (!isNumber(type)) return named ?? 'category';
	if (isCountName(original)) return 'value';
	if (named && NUMBERS_TOO.has(named)) return named;
	return words.some((word) => NO_COUNTS.has(word) && !SHARES.has(word)) ? 'category' : 'value';
}
