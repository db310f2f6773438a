import {
	lineOfPath,
	readPackage,
	type Fault,
	type PackageFiles,
	type ReadPackage
} from '../../package/index.ts';
import { readChartSpecs } from './readChartSpecs.ts';

/** Faults of the charts of a package; each names its chart by id, and gets the line of that chart's part in the descriptor. */
function chartFaults({ package: description, lines }: ReadPackage): Fault[] {
	if (!description?.charts) return [];
	const ids = description.charts.map((chart, index) => {
		const id: unknown = (chart as { id?: unknown } | null)?.id;
		return typeof id === 'string' ? id : String(index);
	});
	return readChartSpecs(description).faults.map((fault) => {
		const named = /^charts\.([^.]*)(.*)$/s.exec(fault.column ?? '');
		const index = ids.indexOf(named?.[1] ?? '');
		const path = index < 0 ? 'charts' : `charts[${index}]${named?.[2] ?? ''}`;
		return { ...fault, row: lineOfPath(lines, path) };
	});
}

/** Reads a package with all faults of its files and its charts, wherever the files are: on a disk or in a browser. */
export async function checkPackage(files: PackageFiles): Promise<ReadPackage> {
	const read = await readPackage(files);
	return { ...read, faults: [...read.faults, ...chartFaults(read)] };
}
