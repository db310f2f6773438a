import { personalHeading, type OwnColumn, type PersonalFinding, type PersonalKind } from '../own/index.ts';
import { shapeOf, type Shape } from '../own/shapes.ts';
import { isNumber } from './figures.ts';

/** Kinds of which each cell tells of one person or case. */
const OF_ONE: ReadonlySet<PersonalKind> = new Set(['name', 'phone', 'email', 'address', 'birth', 'id']);

/** Whether what the name of a column says of persons holds for its cells. */
function holds(kind: PersonalKind, cells: readonly string[]): boolean {
	switch (kind) {
		case 'id':
			return new Set(cells).size === cells.length;
		case 'position':
			return cells.every(isNumber) && cells.some((cell) => /[.,]/.test(cell));
		default:
			// Calls by phone and by e-mail are counts.
			return !cells.every(isNumber);
	}
}

/**
 * Why a column may tell of persons: by its name at any number of rows, or by the shapes of its cells.
 * @param isTime whether its cells are periods, of which only dates of birth tell of a person
 */
export function personalFinding(
	own: OwnColumn,
	cells: readonly string[],
	isTime: boolean
): PersonalFinding | undefined {
	const heading = personalHeading(own.original);
	if (heading && (heading.isSure || holds(heading.kind, cells))) {
		if (!isTime || heading.kind === 'birth') {
			return { kind: heading.kind, cells: cells.length, of: cells.length, byName: true };
		}
	}
	return own.personal.find(({ kind }) => !isTime || kind === 'birth');
}

const WRITTEN =
	/^(?:prepared|compiled|created|exported|generated|written|filled|made|elaborado|preparado|exportado|generado|compilado|llenado|hecho)\b.*\b(?:by|por)\b|\b(?:contact|contacto|author|autora?|responsable|tel)\b ?[.:]/i;
const SHAPES: ReadonlySet<Shape> = new Set(['name', 'phone', 'email', 'contact-in-text', 'address'] as const);

/** Whether a line above a table tells of a person: who wrote it, a name, how to reach somebody. */
export function isOfPerson(text: string): boolean {
	const shape = shapeOf(text);
	return WRITTEN.test(text) || (shape !== undefined && SHAPES.has(shape));
}

/**
 * Whether each row may be a person or a case, told from the columns that are left out: a date of birth is that of one
 * person; beside a number, a name or an address counts are small, or rows are alike once it is gone.
 * @param keys what tells the rows apart that are left
 */
export function arePersons(
	findings: readonly PersonalFinding[],
	counts: readonly number[],
	keys: readonly string[],
	least: number
): boolean {
	if (findings.some(({ kind }) => kind === 'birth')) return true;
	if (!findings.some(({ kind }) => OF_ONE.has(kind))) return false;
	const small = counts.filter((count) => count < least).length;
	return small * 2 >= counts.length || new Set(keys).size < keys.length;
}
