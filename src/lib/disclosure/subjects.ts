import { dimensionsOf, fieldByRole, localized, totalCategory } from '../package/labels.ts';
import type { DataPackage, Field, Row, Table } from '../package/types.ts';
import { monthsOf } from './periods.ts';

/** Stands for a total among the values of a dimension. */
export const ALL = '';

/** What the figures of a table are about. */
export class Subjects {
	readonly dimensions: Field[];
	private readonly scope: string;
	private readonly unit: Field | undefined;
	/** Measures of which the table has one alone, so that it goes without saying. */
	private readonly plain: Field[];
	private readonly names = new Map<string, string>();

	constructor(
		pkg: DataPackage,
		private readonly table: Table
	) {
		const { resource, rows } = table;
		this.dimensions = dimensionsOf(resource);
		this.scope = localized(resource.scope ?? pkg.scope);
		this.unit = fieldByRole(resource, 'unit');
		this.plain = this.dimensions.filter(
			({ role, name }) => role === 'measure' && new Set(rows.map((row) => row[name])).size === 1
		);
	}

	/** Takes a column for a dimension that other tables have under another name. */
	rename({ name }: Field, shared: string): void {
		this.names.set(name, shared);
	}

	/** The name by which all tables of a release know a dimension. */
	nameOf({ name }: Field): string {
		return this.names.get(name) ?? name;
	}

	/** The value of each dimension in a row. */
	at(row: Row): Map<string, string> {
		return new Map(
			this.dimensions.map((field) => {
				const value = String(row[field.name] ?? '');
				return [field.name, value === totalCategory(field)?.value ? ALL : value];
			})
		);
	}

	/** The same values in one text, within the table. */
	keyOf(at: ReadonlyMap<string, string>): string {
		return JSON.stringify(this.dimensions.map(({ name }) => at.get(name)));
	}

	/** What a figure is about, in whichever table of its release: a year is a year by any name of its column. */
	identityOf(at: ReadonlyMap<string, string>): string {
		return `${this.seriesOf(at)} ${this.placeOf(at)}`;
	}

	/** What a figure measures and in which unit, and of whom. */
	seriesOf(at: ReadonlyMap<string, string>): string {
		const unit = this.unit ? at.get(this.unit.name) : this.table.resource.unit;
		const measures = this.dimensions.flatMap((field): string[] => {
			const value = at.get(field.name) ?? ALL;
			const isSaid = field.role === 'measure' && value !== ALL && value !== unit;
			return isSaid && !this.plain.includes(field) ? [`${field.name} ${value}`] : [];
		});
		return JSON.stringify([this.scope, unit, measures]);
	}

	/** What else a figure is about: where, when, which category. */
	placeOf(at: ReadonlyMap<string, string>): string {
		const pairs = this.dimensions.flatMap((field): string[] => {
			const value = at.get(field.name) ?? ALL;
			if (value === ALL || field === this.unit || field.role === 'measure') return [];
			const months = field.role === 'time' ? monthsOf(field, value) : undefined;
			return [months ? `${months.start}-${months.end}` : `${this.nameOf(field)} ${value}`];
		});
		return JSON.stringify(pairs.sort());
	}
}
