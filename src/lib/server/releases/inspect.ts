import path from 'node:path';
import { deriveChartSpecs } from '../../charts/catalog/deriveChartSpecs.ts';
import { readChartSpecs } from '../../charts/catalog/readChartSpecs.ts';
import { offer } from '../../package/fault.ts';
import { folderFiles } from '../../package/folder.ts';
import { compareVersions, DESCRIPTOR, isWithdrawn, lineOfPath, readDescriptor } from '../../package/index.ts';
import type { DataPackage, Fault } from '../../package/types.ts';
import { archivedVersions, archivePath, differingFile, otherCopy } from './keep.ts';
import { readChangelog } from './log.ts';
import { standingSiblings, type Sibling, type VersionCharts } from './siblings.ts';

/** How many earlier releases keep their frozen embeds where the package does not say. */
const KEPT = 5;

/** What the archive of a package holds beside its current version. */
export interface Archive {
	/** Whether an equal copy of the current version is kept, so that its frozen embeds stay when the data change. */
	current: boolean;
	/** Earlier versions that keep their frozen embeds, newest first. */
	kept: string[];
	/** Versions whose frozen embeds answer with a notice, and the charts that they had. */
	gone: { version: string; charts: string[] }[];
	/** Charts that may still show or carry figures of a withdrawn one. */
	siblings: Sibling[];
	/** The build must stop at any of them. */
	faults: Fault[];
}

interface Described extends VersionCharts {
	faults: Fault[];
}

const NOTHING: VersionCharts = { specs: [], resources: [] };

const idsOf = ({ specs }: VersionCharts): string[] => specs.map(({ id }) => id);

function chartsOf(pkg: DataPackage): Described {
	const { resources } = pkg;
	if (!pkg.charts?.length) return { specs: deriveChartSpecs(pkg), resources, faults: [] };
	return { ...readChartSpecs(pkg), resources };
}

/** The charts of a kept release, from its descriptor alone. */
async function describe(folder: string, version: string): Promise<Described> {
	const at = archivePath(version);
	const file = `${at}/${DESCRIPTOR}`;
	const mend = `restore ${at} as it was published, or withdraw version ${version}`;
	let text: string;
	try {
		text = new TextDecoder().decode(await folderFiles(path.join(folder, at)).read(DESCRIPTOR));
	} catch (error) {
		const rule = `it cannot be read: ${error instanceof Error ? error.message : String(error)}`;
		return { ...NOTHING, faults: [{ file, rule, mend }] };
	}
	const { package: pkg, lines, faults } = readDescriptor(text);
	const found = pkg ? chartsOf(pkg) : { ...NOTHING, faults };
	if (pkg && pkg.version !== version) {
		const rule = `this release stands in the folder of version ${version}`;
		const row = lineOfPath(lines, 'version');
		found.faults.push({ file, row, column: 'version', value: pkg.version, rule, mend });
	}
	return { ...found, faults: found.faults.map((fault) => ({ ...fault, file })) };
}

/** Faults of the version of the package beside the versions that are kept. */
async function versionFaults(folder: string, pkg: DataPackage, versions: string[], row: number) {
	const at = { file: DESCRIPTOR, row, column: 'version', value: pkg.version };
	const [newest] = versions;
	if (newest !== undefined && compareVersions(newest, pkg.version) > 0) {
		return [
			{
				...at,
				rule: `the later version ${newest} is kept`,
				mend: `raise version above ${newest} (npm run data -- release --stamp does)`
			}
		];
	}
	const file = versions.includes(pkg.version) ? await differingFile(folder, pkg) : undefined;
	return file === undefined
		? []
		: [
				{
					...at,
					rule: otherCopy(pkg.version, file),
					mend: 'raise version (npm run data -- release --stamp does), or restore the file'
				}
			];
}

/** Charts that are to be withdrawn, of releases that do not have them: a slip that would leave them standing. */
function withdrawalFaults(
	pkg: DataPackage,
	lines: ReadonlyMap<string, number>,
	charts: ReadonlyMap<string, string[]>
): Fault[] {
	return (pkg.embeds?.withdrawn ?? []).flatMap((withdrawal, index) => {
		const known = charts.get(withdrawal.version);
		return (withdrawal.charts ?? []).flatMap((id, at) => {
			if (!known || known.includes(id)) return [];
			const column = `embeds.withdrawn[${index}].charts[${at}]`;
			const rule = `version ${withdrawal.version} has no such chart`;
			const row = lineOfPath(lines, column);
			return [{ file: DESCRIPTOR, row, column, value: id, rule, mend: offer(id, known) }];
		});
	});
}

/**
 * Which earlier releases of a package keep their frozen embeds and which do not, from their descriptors;
 * tables are not read. Faults name files relative to the folder.
 * @param lines of the descriptor of `pkg`, the current and sound package in the folder
 */
export async function inspectArchive(
	folder: string,
	pkg: DataPackage,
	lines: ReadonlyMap<string, number>
): Promise<Archive> {
	const { versions, faults } = await archivedVersions(folder);
	const clashes = await versionFaults(folder, pkg, versions, lineOfPath(lines, 'version'));
	faults.push(...clashes, ...(await readChangelog(folder)).faults);
	const withdrawn = pkg.embeds?.withdrawn ?? [];
	const earlier = versions.filter((version) => compareVersions(version, pkg.version) < 0);
	const kept = earlier.filter((version) => !isWithdrawn(pkg, version)).slice(0, pkg.embeds?.keep ?? KEPT);
	const described = new Map<string, VersionCharts>([[pkg.version, chartsOf(pkg)]]);
	for (const version of earlier) {
		const found = await describe(folder, version);
		if (found.faults.length === 0) described.set(version, found);
		else if (kept.includes(version)) faults.push(...found.faults);
	}
	const charts = new Map([...described].map(([version, found]) => [version, idsOf(found)]));
	faults.push(...withdrawalFaults(pkg, lines, charts));
	const past = new Set([...earlier, ...withdrawn.map(({ version }) => version)]);
	const all = [...new Set([...charts.values()].flat())];
	const gone = [...past]
		.filter((version) => version !== pkg.version && !kept.includes(version))
		.map((version) => {
			const named = withdrawn.flatMap((each) => (each.version === version ? (each.charts ?? []) : []));
			// Of a release that is not there any more, only the charts of the others tell what it had.
			const guessed = versions.includes(version) || isWithdrawn(pkg, version) ? all : named;
			return { version, charts: charts.get(version) ?? guessed };
		});
	const standing = new Map([...described].filter(([version]) => [pkg.version, ...kept].includes(version)));
	return {
		current: versions.includes(pkg.version) && clashes.length === 0,
		kept,
		gone,
		siblings: standingSiblings(withdrawn, standing),
		faults
	};
}
