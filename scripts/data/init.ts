import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { stdin } from 'node:process';
import { checkPackage } from '../../src/lib/charts/catalog/checkPackage.ts';
import { DESCRIPTOR, memoryFiles } from '../../src/lib/package/index.ts';
import {
	lookAtFiles,
	withDefaults,
	withTwice,
	type Answers,
	type Findings,
	type Question
} from '../../src/lib/package/start/index.ts';
import { folderOf, LEFT_OUT, takenWords } from '../../src/lib/ui/publish/folder.ts';
import { nextSteps } from '../../src/lib/ui/publish/readme.ts';
import { apartWords } from '../../src/lib/ui/publish/words.ts';
import { m } from '../../src/lib/words/index.ts';
import { report } from '../lib/readData.ts';
import { check } from './check.ts';
import { answerFaults, ask, givenAnswers } from './init/answers.ts';
import { auditLines, leftOutLine, PRINTED, tellFindings } from './init/tell.ts';
import { wishOf } from './init/wish.ts';

/** Whether a folder is not there, or has nothing in it. */
async function isFree(folder: string): Promise<boolean> {
	return !existsSync(folder) || (await readdir(folder)).length === 0;
}

/**
 * Proposes a package from CSV files: looks, asks, writes a folder and checks it. Gives the exit code: 1 where there is no
 * package or the check finds a fault, 2 where the command itself cannot be understood.
 */
export async function init(args: readonly string[]): Promise<number> {
	const wish = wishOf(args);
	if (typeof wish === 'string') {
		console.error(wish);
		return 2;
	}
	const { out } = wish;
	const described = wish.files.find((file) => basename(file) === DESCRIPTOR);
	if (described !== undefined) {
		console.log('This is a package already, so it is checked.');
		return check(dirname(described));
	}
	if (!(await isFree(out))) {
		console.error(`${out} is not empty. Name another folder with --out, so that nothing is overwritten.`);
		return 1;
	}
	let given: Answers;
	try {
		given = await givenAnswers(wish.answers);
	} catch (error) {
		console.error(`${wish.answers ?? ''}: ${error instanceof Error ? error.message : String(error)}`);
		return 2;
	}
	const missing = wish.files.find((file) => !existsSync(file));
	if (missing !== undefined) {
		console.error(`${missing}: the file is missing.`);
		return 1;
	}
	const names = wish.files.map((file) => basename(file));
	const twice = names.find((name, index) => names.indexOf(name) < index);
	if (twice !== undefined) {
		console.error(`${twice}: two files have this name. Rename one of them.`);
		return 1;
	}
	const files = await Promise.all(
		wish.files.map(async (file) => ({ name: basename(file), bytes: new Uint8Array(await readFile(file)) }))
	);
	const findings = lookAtFiles(files);
	tellFindings(findings);
	if (findings.tables.length === 0) return 1;
	const setting = { today: new Date().toISOString().slice(0, 10), language: 'en' };
	const wrong = answerFaults(findings, given, setting);
	if (wrong.length > 0) {
		console.error(wrong.join('\n'));
		return 2;
	}
	const isAsked = !wish.yes && stdin.isTTY === true;
	if (given.asOf) console.log(`\nThe figures are said to be of ${given.asOf}, as in the answers. If these are newer, change asOf there.`);
	const said = isAsked ? await ask(findings, given, setting) : given;
	const { answers, taken } = withDefaults(findings, said, setting);
	if (taken.length > 0) {
		console.log('\nTaken as safe defaults:');
		for (const question of taken) console.log(`  ${takenWords(question, question.fallback)}  (${question.id})`);
	}
	return writeFolder(findings, answers, taken, out);
}

async function writeFolder(findings: Findings, answers: Answers, taken: Question[], out: string): Promise<number> {
	const proposed = folderOf(findings, answers, taken, out);
	const { leftOut, apart } = proposed;
	if (apart.length > 0) console.log(`\n${apartWords(apart)}`);
	console.log(`\nLeft out: ${leftOut.length}`);
	for (const each of leftOut.slice(0, PRINTED)) console.log(leftOutLine(each));
	if (leftOut.length > PRINTED) console.log(`  … all of them stand in ${join(out, LEFT_OUT)}`);
	if (proposed.files.size === 0) {
		console.log('\nNo package was written: no table with figures is left.');
		return 1;
	}
	const { faults } = await checkPackage(memoryFiles(proposed.files));
	const audit = faults.length === 0 ? await auditLines(proposed, out) : undefined;
	const { files } = folderOf(findings, answers, taken, out, audit?.isToProtect);
	await mkdir(out, { recursive: true });
	for (const [path, bytes] of files) await writeFile(join(out, path), bytes);
	console.log(`\nWrote ${[...files.keys()].join(', ')} to ${out}.`);
	if (!audit) {
		console.log(`\nThe check finds faults in it:\n${report(withTwice(proposed.twice, faults))}`);
		console.log(`\n${m.publish_next_mend({ folder: out })}`);
		return 1;
	}
	console.log(['\nThe check finds no fault.', ...audit.lines].join('\n'));
	const state = audit.isToProtect ? 'private' : 'open';
	console.log(`${state === 'private' ? `${m.publish_check_private()} ` : ''}Next steps:`);
	const steps = nextSteps({ folder: out, state, hasLeftOut: leftOut.length > 0 });
	console.log(steps.map((step, index) => `  ${index + 1}. ${step}`).join('\n'));
	return 0;
}
