/**
 * Asked before a build begins: whether the package in a folder is sound and publishes nothing that its own rules
 * withhold. Says what is wrong, and exits 1, before anything is written.
 */
import { auditPackage, loadSolver } from '../src/lib/disclosure/index.ts';
import { folderFiles } from '../src/lib/package/folder.ts';
import { readPackage } from '../src/lib/package/index.ts';
import { report } from './lib/readData.ts';

const [folder = 'data'] = process.argv.slice(2);
const { package: pkg, tables, faults } = await readPackage(folderFiles(folder));

if (!pkg || faults.length > 0) {
	console.error(`The data in ${folder} have faults:\n${report(faults)}`);
	process.exitCode = 1;
} else {
	const audit = await auditPackage(pkg, tables, () => loadSolver());
	if (audit.faults.length > 0) {
		console.error(
			`Figures that must not be published stand in ${folder}:\n${report(audit.faults)}\n` +
				'`npm run data -- protect` writes a copy of a private package that can be published.'
		);
		process.exitCode = 1;
	}
}
