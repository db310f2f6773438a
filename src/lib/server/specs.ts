import { deriveChartSpecs } from '../charts/catalog/deriveChartSpecs.ts';
import { readChartSpecs } from '../charts/catalog/readChartSpecs.ts';
import type { ChartSpec } from '../charts/types.ts';
import { formatFault } from '../package/index.ts';
import type { DataPackage } from '../package/types.ts';

/**
 * Every named chart of a package: declared by it, or derived from the roles of its columns.
 * @throws if a declared chart has faults
 */
export function specsOf(pkg: DataPackage): ChartSpec[] {
	if (!pkg.charts?.length) return deriveChartSpecs(pkg);
	const { specs, faults } = readChartSpecs(pkg);
	if (faults.length)
		throw new Error(`The charts in datapackage.json have faults:\n${faults.map(formatFault).join('\n')}`);
	return specs;
}
