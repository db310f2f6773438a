import { m } from '../../words/index.ts';
import { isNamedBy, searchWords, wordsOf } from './searchWords.ts';
import type { ExploreState } from './state.ts';
import type { CatalogueTable } from './types.ts';

/** What a reader named of a field: a group, a place. */
export interface FoundGroup {
	field: string;
	value: string;
	label: string;
}

/** A figure that a search found. */
export interface FoundFigure {
	measure: string;
	label: string;
	/** Groups and places that were named, and are chosen with it. */
	groups: FoundGroup[];
}

/** A table with its figures that a search found. */
export interface FoundTable {
	name: string;
	title: string;
	years: string;
	figures: FoundFigure[];
}

/** What a search found. */
export interface Found {
	/** Whether each has all words, some has some of them, or none has any: then all figures are there. */
	has: 'all' | 'some' | 'none';
	tables: FoundTable[];
}

interface Hit extends FoundFigure {
	table: CatalogueTable;
	/** How many of the searched words it has. */
	matched: number;
	/** How well it has them. */
	score: number;
}

type Choice = FoundGroup & { words: string[]; only?: string[] };

/** The choices of a table that a search can name. */
function choicesOf(table: CatalogueTable): Choice[] {
	return table.groups.flatMap(({ field, values }) =>
		values.map(({ value, label, only }) => ({
			field,
			value,
			label,
			words: wordsOf(label),
			...(only ? { only } : {})
		}))
	);
}

/** How much it says of a figure that one of its names has a searched word. */
const WEIGHTS = { label: 3, title: 2, group: 1, alike: 0.2 };

/** How well words of a name have a searched word: as it is written best. */
function fit(words: readonly string[], word: string, kind: 'label' | 'title' | 'group'): number {
	const named = isNamedBy(words, word);
	return named === 'itself' ? WEIGHTS[kind] : named === 'alike' ? WEIGHTS.alike : 0;
}

/** Series of fewer years go after others that a search finds alike. */
const LONG = 5;

function standing({ years }: CatalogueTable): number {
	const [from, to] = years.split('–').map(Number);
	return from && to && to - from >= LONG ? 0 : -0.01;
}

/** The choice that has most of the searched words, and few others. */
function bestOf(choices: readonly Choice[], word: string, wanted: readonly string[]): Choice | undefined {
	const rank = ({ words }: Choice) =>
		wanted.reduce((sum, each) => sum + (isNamedBy(words, each) ? 1 : 0), 0) - words.length / 100;
	return choices
		.filter(({ words }) => isNamedBy(words, word))
		.reduce<Choice | undefined>((best, each) => (best && rank(best) >= rank(each) ? best : each), undefined);
}

function hitsOf(table: CatalogueTable, wanted: readonly string[]): Hit[] {
	const title = wordsOf(table.title);
	const choices = choicesOf(table);
	return table.entries.map(({ measure, label }) => {
		const own = wordsOf(label);
		const open = choices.filter(({ only }) => !only || only.includes(measure));
		const groups = new Map<string, FoundGroup>();
		let matched = 0;
		let score = 0;
		for (const word of wanted) {
			const plain = Math.max(fit(own, word, 'label'), fit(title, word, 'title'));
			const choice = plain > WEIGHTS.alike ? undefined : bestOf(open, word, wanted);
			if (choice) {
				const { field, value, label: name } = choice;
				groups.set(`${field} ${value}`, { field, value, label: name });
			}
			const gained = Math.max(plain, choice ? fit(choice.words, word, 'group') : 0);
			if (gained) matched++;
			score += gained;
		}
		if (groups.size) score += standing(table);
		return { table, measure, label, groups: [...groups.values()], matched, score };
	});
}

/** Figures by their tables, the best first. */
function byTable(hits: readonly Hit[]): FoundTable[] {
	const tables = new Map<string, FoundTable>();
	for (const { table, measure, label, groups } of hits) {
		const { name, title, years } = table;
		const found = tables.get(name) ?? { name, title, years, figures: [] };
		found.figures.push({ measure, label, groups });
		tables.set(name, found);
	}
	return [...tables.values()];
}

/**
 * The figures that have the searched words in their name, in that of their table, or in the names of its groups and
 * places; where none has all of them, those with most.
 */
export function findFigures(catalogue: readonly CatalogueTable[], search: string): Found {
	const wanted = searchWords(search);
	const hits = catalogue.flatMap((table) => hitsOf(table, wanted));
	const most = Math.max(0, ...hits.map(({ matched }) => matched));
	const has = most === wanted.length ? 'all' : most ? 'some' : 'none';
	const best = hits.filter(({ matched }) => matched === most).sort((one, two) => two.score - one.score);
	return { has, tables: byTable(best) };
}

/** A found figure in words: "Cases: Labor trafficking, Texas". */
export function figureWords({ label, groups }: FoundFigure): string {
	if (!groups.length) return label;
	return m.explore_what_with({ label, groups: groups.map((group) => group.label).join(', ') });
}

/** The choices that follow from named groups: several of one field stand side by side. */
export function chosenBy(groups: readonly FoundGroup[]): ExploreState {
	const chosen: ExploreState = { values: {} };
	for (const { field, value } of groups) {
		if (field === 'show') chosen.show = value;
		else chosen.values[field] = [...(chosen.values[field] ?? []), value];
	}
	const several = Object.entries(chosen.values).find(([, values]) => values.length > 1)?.[0];
	return several === undefined ? chosen : { ...chosen, by: several };
}
