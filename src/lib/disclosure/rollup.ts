import { additivityRule, inSlice } from '../package/additivity.ts';
import { totalCategory } from '../package/labels.ts';
import type { DataPackage, Field, Row, Table } from '../package/types.ts';
import { standingOf, type Figures } from './figures.ts';
import { isWithin, monthsOf, runOf, tiling, type Months } from './periods.ts';
import { ALL, Subjects } from './subjects.ts';
import { sumOfTerms, termsOf, valueOf, type Terms, type Ties } from './ties.ts';
import type { Standing } from './types.ts';
import { isPart, isSummed, type Known, type Witness } from './witness.ts';

/** A figure of a table, or a sum of its figures that some table may have. */
interface Item {
	/** A row of it, in which what was summed is the total. */
	row: Row;
	/** The value of each dimension; '' for all. */
	at: ReadonlyMap<string, string>;
	terms: Terms;
	standing: Standing;
	/** Whether the table itself has it. */
	isOwn: boolean;
}

/** What all tables of a release together say. */
export interface Books {
	/** Figures by what they are about; sums that no table has stand among them once they are known. */
	registry: Map<string, { terms: Terms; standing: Standing }>;
	/** Parts of totals that are not known yet. */
	waiting: { terms: Terms[]; identity: string; over: string; at: Standing }[];
	ties: Ties;
	/** Stretches of time that may have a total, shorter ones first. */
	periods: readonly Months[];
}

/** The figures of a table, and the sums that its rules of additivity allow. */
export class Rollup {
	private readonly subjects: Subjects;
	private readonly items = new Map<string, Item>();
	/** Places of rows that have no figure. */
	private readonly missing = new Set<string>();
	/** Totals that equal parts of this table. */
	private readonly reached = new Set<string>();
	/** Dimensions over which the figures are seen to add up. */
	private evident: ReadonlySet<string> = new Set();

	constructor(
		pkg: DataPackage,
		private readonly table: Table,
		private readonly figures: Figures
	) {
		const { resource, rows } = table;
		this.subjects = new Subjects(pkg, table);
		const at = figures.at.get(resource.name) ?? [];
		rows.forEach((row, index) => {
			const values = this.subjects.at(row);
			const terms = termsOf(at[index], figures.cells);
			if (terms)
				this.items.set(this.subjects.keyOf(values), {
					row,
					at: values,
					terms,
					standing: standingOf(table, index),
					isOwn: true
				});
			else this.missing.add(this.subjects.keyOf(values));
		});
	}

	/** Enters the figures of the table; one that stands there already under another column's name is tied to it. */
	enter({ registry, ties }: Books): void {
		for (const { at, terms, standing } of this.items.values()) {
			const identity = this.subjects.identityOf(at);
			const same = registry.get(identity);
			const over = `${this.table.resource.name}.=`;
			if (same) ties.add([terms], same.terms, true, { over, at: standing, other: same.standing });
			else registry.set(identity, { terms, standing });
		}
	}

	/** The figures, as evidence is looked for in them that no rule gives. */
	witness(): Witness {
		const figures = [...this.items.values()].map(({ at, terms, standing }): Known => ({
			at,
			terms,
			standing,
			value: valueOf(terms, this.figures.cells)
		}));
		return { name: this.table.resource.name, subjects: this.subjects, figures };
	}

	/** Takes dimensions for additive that no rule calls so. */
	trust(evident: ReadonlySet<string>): void {
		this.evident = evident;
	}

	/** Every stretch of time that the table names. */
	periods(): Months[] {
		return this.subjects.dimensions
			.filter(({ role }) => role === 'time')
			.flatMap((field) => {
				const values = new Set(this.table.rows.map((row) => String(row[field.name] ?? '')));
				return [...values].flatMap((value) => monthsOf(field, value) ?? []);
			});
	}

	/** Adds up over each dimension in turn, and ties what comes out to what any table has of it. */
	sum(books: Books): void {
		for (const field of this.subjects.dimensions) {
			if (!isSummed(field)) continue;
			for (const group of this.groupsOver(field)) {
				const [first] = group;
				const rule = first && additivityRule(this.table.resource.additivity, field.name, first.row);
				const isEvident = rule?.additivity !== 'additive' && this.evident.has(field.name);
				if (rule?.additivity !== 'additive' && !isEvident) continue;
				const isTold =
					(isEvident && field.role === 'time') ||
					rule?.complete?.some((where) => inSlice(first?.row ?? {}, where)) === true;
				if (field.role === 'time') this.sumTimes(field, group, isTold, books);
				else this.reach(field, ALL, group, this.isWhole(field, group, isTold), books);
			}
		}
	}

	/** Parts that differ in one dimension alone. */
	private groupsOver(field: Field): Item[][] {
		const kinds = new Map(field.categories?.map((category) => [category.value, category]));
		const groups = new Map<string, Item[]>();
		for (const item of this.items.values()) {
			const value = item.at.get(field.name) ?? ALL;
			const category = kinds.get(value);
			if (value === ALL || (category && !isPart(category))) continue;
			const key = this.subjects.keyOf(new Map(item.at).set(field.name, ALL));
			const group = groups.get(key) ?? [];
			group.push(item);
			groups.set(key, group);
		}
		return [...groups.values()];
	}

	/** Whether every value that was counted is among the parts. */
	private isWhole(field: Field, group: readonly Item[], isTold: boolean): boolean {
		const there = new Set(group.map(({ at }) => at.get(field.name)));
		const listed = field.categories?.filter(isPart) ?? [];
		const isAllThere = listed.length > 0 && listed.every(({ value }) => there.has(value));
		const values = new Set(this.table.rows.map((row) => String(row[field.name] ?? '')));
		const lacks = (value: string) => {
			const key = this.subjects.keyOf(new Map(group[0]?.at).set(field.name, value));
			return this.missing.has(key) && !this.items.has(key);
		};
		return (isTold || isAllThere) && ![...values].some(lacks);
	}

	private sumTimes(field: Field, group: Item[], isTold: boolean, books: Books): void {
		const timeOf = (item: Item) => monthsOf(field, item.at.get(field.name) ?? ALL);
		const stretches = group.flatMap((item) => {
			const months = timeOf(item);
			return months ? [{ ...months, item }] : [];
		});
		for (const whole of books.periods) {
			const { tiles, exact } = tiling(stretches, whole);
			if (tiles.length === 0) continue;
			const own = stretches.find(({ start, end }) => start === whole.start && end === whole.end)?.item;
			const parts = tiles.map(({ item }) => item);
			const made = this.reach(field, own?.at.get(field.name) ?? runOf(whole), parts, exact, books);
			if (made && !own) stretches.push({ ...whole, item: made });
		}
		const outer = [...group.filter((item) => !timeOf(item)), ...stretches.map(({ item }) => item)].filter(
			(item) => {
				const months = timeOf(item);
				return !months || !stretches.some((each) => isWithin(months, each));
			}
		);
		this.reach(field, ALL, outer, this.isWhole(field, group, isTold), books);
	}

	/**
	 * Ties parts to their total, in this table or in any; where none has it, their sum stands for it from now on.
	 * @returns the total, where it is known
	 */
	private reach(
		field: Field,
		value: string,
		parts: Item[],
		isWhole: boolean,
		books: Books
	): Item | undefined {
		const [first] = parts;
		if (!first) return undefined;
		const at = new Map(first.at).set(field.name, value);
		const key = this.subjects.keyOf(at);
		const own = this.items.get(key);
		const identity = this.subjects.identityOf(at);
		const total = own ?? books.registry.get(identity);
		const isPlain = parts.every(({ isOwn }) => isOwn);
		const terms = parts.map((part) => part.terms);
		const months = monthsOf(field, value);
		const level = months ? ` in ${months.end - months.start} months` : '';
		const over = `${this.table.resource.name}.${field.name}${level}`;
		const isSaid = isPlain && own?.isOwn && value === ALL && !this.evident.has(field.name);
		if (total && !isSaid && (isPlain || !this.reached.has(key))) {
			books.ties.add(terms, total.terms, isWhole, { over, at: first.standing, other: total.standing });
		}
		if (total && isWhole) this.reached.add(key);
		if (own) return own;
		if (!total && !isWhole) {
			books.waiting.push({ terms, identity, over, at: first.standing });
			return undefined;
		}
		const { standing, terms: sum } = total ?? { terms: sumOfTerms(terms), standing: first.standing };
		if (!total) books.registry.set(identity, { terms: sum, standing });
		const row = { ...first.row, [field.name]: totalCategory(field)?.value ?? null };
		const item = { row, at, terms: sum, standing, isOwn: false };
		this.items.set(key, item);
		return item;
	}
}
