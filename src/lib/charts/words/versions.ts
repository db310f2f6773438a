import type { CubeRow } from '../../cube/types.ts';
import { fieldByRole } from '../../package/labels.ts';
import { revisionAnchor } from '../../package/revisions.ts';
import type { Cell } from '../../package/types.ts';
import type { ChartContext } from '../context.ts';
import type { Datum } from '../layout/types.ts';
import type { VersionsPage } from '../types.ts';

/** Whether two rows are of one figure: equal in everything that the chart keeps. */
function isSameFigure(row: CubeRow, version: CubeRow): boolean {
	return Object.entries(row.key).every(([field, value]) => String(version.key[field]) === String(value));
}

/**
 * The name under which the page of revisions has the versions of a figure; undefined where no other version of it
 * is known, or the superseded figures are not from the package's table of versions.
 */
export function versionsAnchor(context: ChartContext, datum: Datum): string | undefined {
	const { revisions, superseded: answer, supersededResource: resource } = context.view;
	if (!revisions || !answer || !resource) return undefined;
	const version = datum.superseded
		? datum.row
		: context.superseded.find((each) => isSameFigure(datum.row, each));
	if (!version) return undefined;
	const { measure, filters } = answer.query;
	const chosen = Object.entries({
		...filters,
		[fieldByRole(resource, 'measure')?.name ?? '']: measure ?? []
	}).flatMap(([field, values]): [string, Cell][] => {
		const [only, ...others] = values;
		return only === undefined || others.length ? [] : [[field, only]];
	});
	return revisionAnchor(resource, revisions, { ...Object.fromEntries(chosen), ...version.key });
}

/** Where the versions of all figures of a chart are told: the page, narrowed to its measure if it has one only. */
export function versionsAddress(context: ChartContext, { page }: VersionsPage): string {
	const [measure, ...others] = context.view.superseded?.query.measure ?? [];
	return measure === undefined || others.length ? page : `${page}?measure=${encodeURIComponent(measure)}`;
}
