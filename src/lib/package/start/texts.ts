import type { Text } from '../types.ts';

/** Languages in which a package is written out of itself. */
export type StartLanguage = 'en' | 'es';

type Words = Record<StartLanguage, string>;

/**
 * Texts that a proposed package carries, in each language that it may have. They are no words of the interface: one
 * package holds several languages, while a build of the site knows its own alone.
 */
export const TEXTS = {
	limits: {
		en: 'Counts what was reported to the line. It does not measure how much happens.',
		es: 'Cuenta lo que se informó a la línea. No mide cuánto ocurre.'
	},
	noPublisher: { en: 'Publisher not named yet', es: 'Todavía no se dice quién publica' },
	figures: { en: 'Figures', es: 'Cifras' },
	description: { en: 'Figures from the file {file}.', es: 'Cifras del archivo {file}.' },
	year: { en: 'Year', es: 'Año' },
	period: { en: 'Period', es: 'Período' },
	section: { en: 'Part of the table', es: 'Parte de la tabla' },
	group: { en: 'Group', es: 'Grupo' },
	category: { en: 'Category', es: 'Categoría' },
	measure: { en: 'What is counted', es: 'Qué se cuenta' },
	unit: { en: 'Unit', es: 'Unidad' },
	basis: { en: 'Basis', es: 'Base' },
	value: { en: 'Figure', es: 'Cifra' },
	status: { en: 'Status', es: 'Estado' },
	source: { en: 'Source', es: 'Fuente' },
	notStated: { en: 'Not stated', es: 'Sin especificar' },
	none: {
		en: 'Nobody has said that these may be added up: one case may be counted in more than one of them.',
		es: 'Nadie ha dicho que se puedan sumar: un mismo caso puede contarse en más de uno.'
	},
	additive: {
		en: 'Each of what is counted stands in exactly one of these.',
		es: 'Cada unidad contada figura en uno solo de estos.'
	},
	withheld: { en: 'Withheld to protect privacy', es: 'No publicado por privacidad' },
	unavailable: { en: 'Not available', es: 'No disponible' },
	inapplicable: { en: 'Not applicable', es: 'No corresponde' },
	sources: { en: 'Sources', es: 'Fuentes' },
	sourcesAre: {
		en: 'One row a file from which the figures come.',
		es: 'Una fila por archivo del que provienen las cifras.'
	},
	sourceId: { en: 'Source', es: 'Fuente' },
	sourceTitle: { en: 'Title', es: 'Título' },
	publisher: { en: 'Publisher', es: 'Entidad que publica' },
	url: { en: 'Address', es: 'Dirección' },
	date: { en: 'Date', es: 'Fecha' },
	notes: { en: 'Notes', es: 'Notas' },
	terms: { en: 'Terms', es: 'Condiciones' },
	noTerms: { en: 'Terms are not stated yet', es: 'Las condiciones aún no se han indicado' },
	isPublic: {
		en: 'The publisher says that these figures are public already.',
		es: 'La entidad que publica dice que estas cifras ya son públicas.'
	},
	packageIs: {
		en: 'Counts that {publisher} publishes. No row describes a person.',
		es: 'Recuentos que publica {publisher}. Ninguna fila describe a una persona.'
	}
} as const satisfies Record<string, Words>;

/** A text in the languages of a package: plain where there is one language. */
export function textIn(
	languages: readonly StartLanguage[],
	key: keyof typeof TEXTS,
	values: Record<string, string> = {}
): Text {
	const write = (language: StartLanguage) =>
		TEXTS[key][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
	const [main = 'en'] = languages;
	if (languages.length < 2) return write(main);
	return Object.fromEntries(languages.map((language) => [language, write(language)]));
}
