import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import {
	fits,
	lookAtFiles,
	questionsOf,
	withDefaults,
	withTwice,
	type Answers,
	type Findings,
	type LeftOut,
	type Proposal,
	type Question
} from '../../src/lib/package/start/index.ts';
import { folderOf, LEFT_OUT, takenWords, whyWords } from '../../src/lib/ui/publish/folder.ts';
import { nextSteps } from '../../src/lib/ui/publish/readme.ts';
import {
	fileWords,
	foundWords,
	optionWords,
	questionWords,
	tableWords,
	UNREAD
} from '../../src/lib/ui/publish/words.ts';
import { checkPackage } from '../../src/lib/charts/catalog/checkPackage.ts';
import { auditPackage, loadSolver } from '../../src/lib/disclosure/index.ts';
import { DESCRIPTOR, formatFault, memoryFiles } from '../../src/lib/package/index.ts';
import { m } from '../../src/lib/words/index.ts';
import { report } from '../lib/readData.ts';
import { auditSentences } from './audit.ts';
import { check } from './check.ts';

/** How many of the things left out are printed; the file has all. */
const PRINTED = 40;

/** What the command line says. */
interface Wish {
	files: string[];
	out: string;
	answers?: string;
	/** Whether the safe defaults are taken without a question. */
	yes: boolean;
}

/** The wish in the arguments of the command, or what is wrong with them. */
function wishOf(args: readonly string[]): Wish | string {
	const wish: Wish = { files: [], out: 'my-data', yes: false };
	for (let at = 0; at < args.length; at++) {
		const arg = args[at] ?? '';
		if (arg === '--yes') wish.yes = true;
		else if (arg === '--out' || arg === '--answers') {
			const value = args[++at];
			if (value === undefined) return `${arg} needs a name after it.`;
			if (arg === '--out') wish.out = value;
			else wish.answers = value;
		} else if (arg.startsWith('-')) return `${arg} is not known.`;
		else wish.files.push(arg);
	}
	return wish.files.length === 0 ? 'Name at least one CSV file.' : wish;
}

async function givenAnswers(file: string | undefined): Promise<Answers> {
	if (file === undefined) return {};
	const value: unknown = JSON.parse(await readFile(file, 'utf8'));
	const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
	if (!isPlain || Object.values(value).some((answer) => typeof answer !== 'string')) {
		throw new Error('the answers are no object of texts, such as { "publisher": "…" }');
	}
	return value as Answers;
}

/** Answers that fit no question, or not the one that they name. */
function answerFaults(findings: Findings, given: Answers, setting: Setting): string[] {
	const { answers } = withDefaults(findings, given, setting);
	const questions = questionsOf(findings, answers, setting);
	return Object.entries(given).flatMap(([id, answer]) => {
		const question = questions.find((each) => each.id === id);
		if (!question) return [`${id}: there is no such question for these files`];
		const wanted = question.options ? `use ${question.options.join(' | ')}` : questionWords(question).help;
		return fits(question, answer) ? [] : [`${id}: ${answer}: this answer does not fit, ${wanted}`];
	});
}

interface Setting {
	today: string;
	language: string;
}

function options(question: Question): string {
	const list = (question.options ?? []).map(
		(option, index) => `  ${index + 1}  ${optionWords(question, option)}${option === question.fallback ? '  (default)' : ''}`
	);
	return list.length > 0 ? `\n${list.join('\n')}` : '';
}

/** Asks in the terminal what the files cannot say; an empty line takes the default. */
async function ask(findings: Findings, given: Answers, setting: Setting): Promise<Answers> {
	const terminal = createInterface({ input: stdin, output: stdout });
	const answers = { ...given };
	try {
		for (;;) {
			const question = questionsOf(findings, answers, setting).find(({ id }) => !Object.hasOwn(answers, id));
			if (!question) return answers;
			const { ask: asked, help } = questionWords(question);
			const about = question.table === undefined ? '' : `[${question.table}] `;
			console.log(`\n${about}${asked}\n  ${help}${options(question)}`);
			const shown = question.options ? '' : question.fallback && ` [${question.fallback}]`;
			const typed = (await terminal.question(`>${shown} `)).trim();
			const chosen = typed === '' ? question.fallback : (question.options?.[Number(typed) - 1] ?? typed);
			if (typed === '' || fits(question, chosen)) answers[question.id] = chosen;
			else console.log(`This answer does not fit. ${help}`);
		}
	} finally {
		terminal.close();
	}
}

function leftOutLine(each: LeftOut): string {
	const value = each.value ?? m.publish_left_cells({ count: each.cells ?? 0 });
	return `  ${each.file}:${each.row ?? '-'}:${each.column ?? '-'}: ${value}: ${whyWords(each)}`;
}

function tellFindings({ grids, tables, unread }: Findings): void {
	for (const grid of grids) {
		console.log(fileWords(grid));
		for (const table of tables.filter(({ file }) => file === grid.file)) {
			console.log([tableWords(table), ...foundWords(table)].map((line) => `  ${line}`).join('\n'));
		}
	}
	for (const { file, why } of unread) console.log(`${file}: ${UNREAD[why]()}`);
}

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
	const said = isAsked ? await ask(findings, given, setting) : given;
	const { answers, taken } = withDefaults(findings, said, setting);
	if (taken.length > 0) {
		console.log('\nTaken as safe defaults:');
		for (const question of taken) console.log(`  ${takenWords(question, question.fallback)}  (${question.id})`);
	}
	return writeFolder(findings, answers, taken, out);
}

/** What the audit says of a proposed package, in lines; whether it must be protected before anything is published. */
async function auditLines({ files }: Proposal, out: string): Promise<{ lines: string[]; isToProtect: boolean }> {
	const { package: pkg, tables } = await checkPackage(memoryFiles(files));
	if (!pkg) return { lines: [], isToProtect: true };
	const audit = await auditPackage(pkg, tables, () => loadSolver());
	const { faults } = audit;
	if (faults.length === 0) return { lines: auditSentences(pkg, audit), isToProtect: false };
	const more = faults.length - PRINTED;
	return {
		lines: [
			`Figures that must not be published as they are: ${faults.length}`,
			...faults.slice(0, PRINTED).map((fault) => `  ${formatFault(fault)}`),
			...(more > 0 ? [`  … and ${more} more: npm run data -- check ${out}`] : [])
		],
		isToProtect: true
	};
}

async function writeFolder(findings: Findings, answers: Answers, taken: Question[], out: string): Promise<number> {
	const proposed = folderOf(findings, answers, taken, out);
	const { leftOut } = proposed;
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
	const steps = nextSteps(out, state, leftOut.length > 0);
	console.log(steps.map((step, index) => `  ${index + 1}. ${step}`).join('\n'));
	return 0;
}
