import type { SourceEntry } from '../charts/types.ts';
import {
	fieldByName,
	fieldByRole,
	labelOf,
	localized,
	revisionAnchor,
	unitName,
	valueField,
	versionFields
} from '../package/index.ts';
import { isPlain } from '../package/revisions.ts';
import type { DataPackage, Field, Resource, RevisionSettings, Row, Table } from '../package/types.ts';
import type { FigureVersion, RevisedFigure, Revisions, VersionLine } from '../ui/revisions/types.ts';
import { loadPackage } from './package.ts';
import { sourceEntriesOf } from './sourceEntries.ts';

/** A table of versions with what the package says of its fields. */
interface Versions {
	resource: Resource;
	settings: RevisionSettings;
	sources: Map<string, SourceEntry>;
}

const text = (row: Row, field: string | undefined) => String((field && row[field]) ?? '');

/** Rows by a text that those which belong together share, in the order in which it first comes. */
function grouped<T>(items: T[], keyOf: (item: T) => string): T[][] {
	const groups = new Map<string, T[]>();
	for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
	return [...groups.values()];
}

const keyOf = (row: Row, fields: (Field | undefined)[]) =>
	JSON.stringify(fields.map((field) => text(row, field?.name)));

function versionOf({ resource, settings, sources }: Versions, row: Row): FigureVersion {
	const value = row[valueField(resource)?.name ?? ''];
	const code = text(row, settings.standing);
	const source = sources.get(text(row, fieldByRole(resource, 'source')?.name));
	const quotedBy = text(row, settings.quotedBy);
	return {
		value: typeof value === 'number' ? value : null,
		marker: typeof value === 'number' ? '' : String(row['status'] || '[x]'),
		published: text(row, settings.published),
		standing: settings.standings[code] ?? 'doubtful',
		standingLabel: labelOf(resource, settings.standing, code),
		...(source ? { source } : {}),
		quotedBy: sources.get(quotedBy) ?? quotedBy,
		reason: text(row, fieldByRole(resource, 'note')?.name)
	};
}

/** Earlier first, undated last; of one moment the figure in use last. */
function byDate(one: FigureVersion, two: FigureVersion): number {
	if (!one.published !== !two.published) return one.published ? -1 : 1;
	if (one.published !== two.published) return one.published < two.published ? -1 : 1;
	return Number(one.standing === 'in-use') - Number(two.standing === 'in-use');
}

/** The version in use, else the newest dated one that nobody doubts or only quotes. */
function referenceOf(versions: FigureVersion[]): number | null {
	for (const standing of ['in-use', 'other-basis'] as const) {
		const at = versions.findLastIndex((each) => each.standing === standing && each.value !== null);
		if (at >= 0) return at;
	}
	return null;
}

function withDifferences(versions: FigureVersion[], reference: number | null): FigureVersion[] {
	const base = reference === null ? null : versions[reference]?.value;
	return versions.map((version, index) => {
		if (typeof base !== 'number' || version.value === null || index === reference) return version;
		const count = version.value - base;
		return { ...version, difference: { count, share: base === 0 ? null : count / base } };
	});
}

function lineOf(from: Versions, rows: Row[]): VersionLine {
	const { resource } = from;
	const label = (role: 'basis' | 'unit') => {
		const field = fieldByRole(resource, role);
		return field && rows[0] ? labelOf(resource, field.name, rows[0][field.name] ?? null) : '';
	};
	const versions = rows.map((row) => versionOf(from, row)).sort(byDate);
	const reference = referenceOf(versions);
	return {
		basis: label('basis'),
		unit: label('unit') || unitName(resource),
		versions: withDifferences(versions, reference),
		reference
	};
}

/** A line that holds the figure in use comes first. */
const rank = ({ versions }: VersionLine) => (versions.some(({ standing }) => standing === 'in-use') ? 0 : 1);

function figureOf(from: Versions, rows: Row[]): RevisedFigure {
	const { resource, settings } = from;
	const { time, measure, parts, bases } = versionFields(resource, settings);
	const row = rows[0] ?? {};
	const label = (field: Field | undefined) =>
		field ? labelOf(resource, field.name, row[field.name] ?? null) : '';
	const lines = grouped(rows, (each) => keyOf(each, bases)).map((each) => lineOf(from, each));
	const named = [label(measure) || localized(resource.title), label(time)].filter(Boolean).join(', ');
	const further = parts.filter((field) => !isPlain(field, row[field.name] ?? null)).map(label);
	return {
		id: revisionAnchor(resource, settings, row),
		measure: text(row, measure?.name),
		title: [named, further.join(', ')].filter(Boolean).join(': '),
		lines: lines.sort((one, two) => rank(one) - rank(two)),
		changed: lines.some(
			({ versions }) =>
				versions.length > 1 ||
				versions.some(({ standing }) => standing !== 'in-use' && standing !== 'other-basis')
		)
	};
}

/** Where a code stands among the categories of a field; unlisted ones come last. */
function place(field: Field | undefined, code: string): number {
	const at = field?.categories?.findIndex(({ value }) => value === code) ?? -1;
	return at < 0 ? Infinity : at;
}

/**
 * Every figure of a package's table of versions; undefined where it has none.
 * Differences are counts and shares of the version compared with, on one basis and in one unit only.
 */
export function revisionsOf(pkg: DataPackage, tables: Record<string, Table>): Revisions | undefined {
	const settings = pkg.revisions;
	const table = settings && Object.hasOwn(tables, settings.resource) ? tables[settings.resource] : undefined;
	if (!settings || !table?.rows.length) return undefined;
	const { resource, rows } = table;
	const { time, measure, parts } = versionFields(resource, settings);
	const from = { resource, settings, sources: sourceEntriesOf(tables) };
	const ordered = rows.toSorted((one, two) => {
		const [a, b] = [one, two].map((row) => place(measure, text(row, measure?.name)));
		const byMeasure = a === b ? 0 : (a ?? 0) - (b ?? 0);
		const [early, late] = [text(one, time?.name), text(two, time?.name)];
		return byMeasure || (early < late ? -1 : early > late ? 1 : 0);
	});
	const taken = new Set<string>();
	const figures = grouped(ordered, (row) => keyOf(row, [measure, time, ...parts])).map((each) => {
		const figure = figureOf(from, each);
		const id = taken.has(figure.id) ? '' : figure.id;
		taken.add(figure.id);
		return { ...figure, id };
	});
	const used = new Set(rows.map((row) => text(row, settings.standing)));
	const standingField = fieldByName(resource, settings.standing);
	return {
		table: resource.name,
		standings: (standingField?.categories ?? [])
			.filter(({ value }) => used.has(value))
			.map(({ value, label, description }) => ({
				standing: settings.standings[value] ?? 'doubtful',
				label: localized(label),
				description: localized(description ?? '')
			})),
		measures: [...new Set(figures.map((figure) => figure.measure))].map((code) => ({
			code,
			label: measure && code ? labelOf(resource, measure.name, code) : localized(resource.title)
		})),
		figures
	};
}

/** The versions of the figures of the package that is built; undefined where it has none. */
export async function revisions(): Promise<Revisions | undefined> {
	const { package: pkg, tables } = await loadPackage();
	return revisionsOf(pkg, tables);
}
