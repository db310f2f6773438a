import { inSlice } from '../package/additivity.ts';
import { valueField } from '../package/labels.ts';
import type { DataPackage, DisclosureSettings, Resource, Row, TableDisclosure } from '../package/types.ts';

/** The least count that is published where a package names none, as the cell size rule of CMS has it. */
export const THRESHOLD = 11;

/** The settings that hold for a table. */
export interface TableSettings extends TableDisclosure {
	mode: DisclosureSettings['mode'];
	threshold: number;
	zeros: 'published' | 'withheld';
}

/** Names of the tables that hold residents, who are no counts of the line. */
function residentTables(pkg: DataPackage): Set<string> {
	return new Set(pkg.resources.flatMap(({ population }) => (population ? [population.resource] : [])));
}

/**
 * The settings that hold for a table: its own, or else those of the package. A package that says nothing is
 * audited for information; tables of residents and tables without figures are left out.
 */
export function settingsOf(pkg: DataPackage, resource: Resource): TableSettings {
	const own = resource.disclosure ?? {};
	const isOther = !valueField(resource) || residentTables(pkg).has(resource.name);
	return {
		...own,
		mode: isOther ? 'off' : (own.mode ?? pkg.disclosure?.mode ?? 'inform'),
		threshold: own.threshold ?? pkg.disclosure?.threshold ?? THRESHOLD,
		zeros: own.zeros ?? pkg.disclosure?.zeros ?? 'published'
	};
}

/** Whether the threshold holds for a row: not for derived figures, nor outside of `where`. */
export function isControlled(settings: TableSettings, row: Row): boolean {
	if (settings.mode === 'off' || !inSlice(row, settings.where)) return false;
	return !settings.derived?.some((derived) => inSlice(row, derived.where));
}

/** Whether a count may not be published: 1 to threshold - 1, and 0 where zeros are withheld. */
export function isSmall(
	value: number,
	{ threshold, zeros }: Pick<TableSettings, 'threshold' | 'zeros'>
): boolean {
	return value < threshold && (value > 0 || zeros === 'withheld');
}
