import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHANGELOG, DESCRIPTOR } from '../../src/lib/package/index.ts';
import { archivedVersions, archivePath } from '../../src/lib/server/releases/keep.ts';
import { proposeVersion, publishRelease, readSide, type Proposal } from '../../src/lib/server/releases/publish.ts';
import { auditInWords } from './audit.ts';
import { auditKept } from './auditKept.ts';
import { soundPackage } from './sound.ts';

/** Reasons that are printed; the rest is counted. */
const MOST = 12;

function reasonsInWords({ difference, previous, version }: Proposal): string {
	const reasons = (difference?.reasons ?? []).filter(({ level }) => level === difference?.level);
	const more = reasons.length - MOST;
	return [
		`Against version ${previous} this is a ${difference?.level} change, so that its version is ${version} at least:`,
		...reasons.slice(0, MOST).map(({ text }) => `  ${text}`),
		...(more > 0 ? [`  and ${more} more`] : [])
	].join('\n');
}

const nothingDiffers = ({ previous }: Proposal) =>
	`Nothing differs from version ${previous}, so there is nothing to release.`;

/**
 * The text of a descriptor with another version of its own; those of parts of it, and all else, stay as they are.
 * @throws an error where the version is not found
 */
export function stamped(text: string, from: string, to: string): string {
	for (const { index, 0: found } of text.matchAll(/"version"\s*:\s*"[^"]*"/g)) {
		const tried =
			text.slice(0, index) + found.replace(`"${from}"`, `"${to}"`) + text.slice(index + found.length);
		const read = JSON.parse(tried.replace(/^\uFEFF/, '')) as { version?: unknown };
		if (read.version === to) return tried;
	}
	throw new Error(`The version ${from} was not found in ${DESCRIPTOR}: write ${to} there by hand.`);
}

/** Writes another version into a descriptor, and leaves the rest of its text as it is. */
function stampVersion(directory: string, from: string, to: string): void {
	const file = join(directory, DESCRIPTOR);
	writeFileSync(file, stamped(readFileSync(file, 'utf8'), from, to));
}

/**
 * Keeps the package in a folder as a release of its version; gives the exit code.
 * @param isStamped the version that the change asks for is written into the descriptor first
 */
export async function release(directory: string, isStamped = false): Promise<number> {
	// Before anything else: a version that is kept and whose data changed needs another number, not a mended file.
	const side = await readSide(directory).catch(() => undefined);
	const proposal = side && (await proposeVersion(directory, side, isStamped));
	if (side && proposal?.version && proposal.isTooSmall) {
		console.log(reasonsInWords(proposal));
		const { version } = side.package;
		if (!isStamped) {
			console.log(`datapackage.json says ${version}. Raise it, or run this again with --stamp, which does.`);
			return 1;
		}
		// As the version that it will be: the kept one that it comes after is then an earlier release too.
		const next = { ...side, package: { ...side.package, version: proposal.version } };
		if (!(await auditInWords(next)) || !(await auditKept(directory, next))) return 1;
		stampVersion(directory, version, proposal.version);
		console.log(`datapackage.json said ${version}, and says ${proposal.version} now.`);
		return release(directory);
	}
	const isSame = proposal?.difference && !proposal.difference.level;
	if (isStamped && isSame && side?.package.version !== proposal.previous) {
		console.log(nothingDiffers(proposal));
		return 1;
	}
	const sound = await soundPackage(directory);
	if (!sound || !side || !proposal || !(await auditKept(directory, side))) return 1;
	const { version } = sound.description;
	const at = join(directory, archivePath(version));
	const { versions } = await archivedVersions(directory);
	if (!versions.includes(version) && proposal.difference && !proposal.difference.level) {
		console.log(nothingDiffers(proposal));
		return 1;
	}
	const today = new Date().toISOString().slice(0, 10);
	if ((await publishRelease(directory, side, proposal, today)) === 'equal') {
		console.log(`Version ${version} is kept already, in ${at}, and nothing has changed since.`);
		return 0;
	}
	console.log(`Version ${version} is now kept in ${at}.`);
	if (proposal.difference && proposal.previous) {
		console.log(reasonsInWords({ ...proposal, version }).replace(/, so that.*:$/m, ':'));
		const before = join(directory, archivePath(proposal.previous));
		console.log(`Every change, revised figures too: npm run data -- diff ${before} ${directory}`);
	}
	if (proposal.difference?.reasons.some(({ text }) => text.includes('withheld'))) {
		console.log(
			`WARNING: figures that stand in version ${proposal.previous} are withheld now. Where they must not be known, ` +
				'withdraw the earlier versions that have them in `embeds.withdrawn`, and delete their files.'
		);
	}
	console.log(
		[
			`Keep ${at} and ${join(directory, CHANGELOG)} with the package, and in Git if it lies there; a "note" in the latter is shown with this release.`,
			`Raise \`version\` before you change the data again, or let \`npm run data -- release ${directory} --stamp\` do it.`
		].join('\n')
	);
	return 0;
}
