import type { Solver } from '../../disclosure/index.ts';
import { kindOf } from '../../package/own/index.ts';
import { ARCHIVE, DESCRIPTOR } from '../../package/index.ts';
import {
	ANSWERS,
	answersAgain,
	lookAtFiles,
	questionsOf,
	readAnswers,
	withDefaults,
	type Findings,
	type LeftOut,
	type Proposal
} from '../../package/start/index.ts';
import { m } from '../../words/index.ts';
import { packed, unpacked } from './archive.ts';
import { audited, checked, FIRST_ROWS, MOST_SHOWN, protectedFolder } from './disclosure.ts';
import { publishedReleases, type PublishedReleases } from './earlier.ts';
import { folderOf, isPrivate, takenWords, whyWords } from './folder.ts';
import { FOLDER, publicName } from './readme.ts';
import type {
	Answers,
	LeftView,
	ProposalView,
	PublishAnswer,
	PublishRequest,
	ReadView,
	StartFile,
	TableView
} from './types.ts';
import { fileWords, foundWords, tableWords, UNREAD } from './words.ts';

/** The files of a package among those chosen, by their path; nothing where they are no package. */
function packageAmong(files: readonly StartFile[]): Map<string, Uint8Array> | undefined {
	const isPackage = files.some(({ name }) => name === DESCRIPTOR);
	for (const { name, bytes } of files) {
		// Beside a descriptor a workbook that calls itself CSV is a fault of that table.
		if (kindOf(bytes) !== 'zip' || (isPackage && !/\.zip$/i.test(name))) continue;
		const found = unpacked(bytes);
		if (found) return found;
	}
	return isPackage ? new Map(files.map(({ name, bytes }) => [name, bytes])) : undefined;
}

const isZipAmong = (files: readonly StartFile[]) =>
	files.some(({ name, bytes }) => /\.zip$/i.test(name) && kindOf(bytes) === 'zip');

function leftView(left: LeftOut): LeftView {
	const { file, row, column, value, cells } = left;
	return {
		file,
		...(row === undefined ? {} : { row }),
		...(column === undefined ? {} : { column }),
		value: value ?? m.publish_left_cells({ count: cells ?? 0 }),
		why: whyWords(left)
	};
}

/** What is done with the files that somebody chose: looked at, asked about, proposed, checked, packed. */
export class PublishSession {
	private findings: Findings | undefined;
	/** The files of a package that was there already. */
	private whole: Map<string, Uint8Array> | undefined;
	private earlier: PublishedReleases | undefined;

	/**
	 * @param setting `today` as `2026-08-31`, and the language of the package where nobody says else
	 * @param solver loaded where an audit needs it
	 */
	constructor(
		private readonly setting: { today: string; language: string },
		private readonly solver: () => Promise<Solver>
	) {}

	private get found(): Findings {
		if (!this.findings) throw new Error('no file was read.');
		return this.findings;
	}

	/** Does what is asked, one thing after the other. */
	async answer(request: PublishRequest): Promise<PublishAnswer> {
		switch (request.task) {
			case 'read':
				return this.read(request.files);
			case 'earlier':
				return this.readEarlier(request.files);
			case 'questions': {
				const questions = questionsOf(this.found, request.answers, this.setting);
				return { told: 'questions', questions };
			}
			case 'propose':
				return { told: 'proposal', proposal: await this.propose(request.answers) };
			case 'audit':
				return {
					told: 'audit',
					audit: await audited(this.files(request.answers), this.solver, this.earlier)
				};
			case 'protect':
				return this.protect(request.answers);
			case 'zip': {
				const { proposal } = this.folder(request.answers, request.isPrivate);
				const kept = request.isPrivate ? [] : (this.earlier?.kept ?? []);
				return { told: 'zip', bytes: packed(new Map([...proposal.files, ...kept]), FOLDER) };
			}
		}
	}

	private async read(files: readonly StartFile[]): Promise<PublishAnswer> {
		const whole = packageAmong(files);
		if (whole) {
			const besides = isZipAmong(files) ? files.filter(({ name }) => !/\.zip$/i.test(name)) : [];
			if (besides.length > 0) {
				throw new Error(m.publish_zip_and_files({ files: besides.map(({ name }) => name).join(', ') }));
			}
			const check = await checked(whole);
			this.whole = whole;
			return { told: 'package', check };
		}
		const findings = lookAtFiles(files.filter(({ name }) => name !== ANSWERS));
		this.findings = findings;
		this.whole = undefined;
		const read: ReadView = {
			...this.answersAmong(files, findings),
			files: findings.grids.map((grid) => ({ file: grid.file, sentence: fileWords(grid) })),
			unread: findings.unread.map(({ file, why }) => ({ file, why: UNREAD[why]() })),
			tables: findings.tables.map((table) => ({
				name: table.name,
				file: table.file,
				title: tableWords(table),
				sentences: foundWords(table)
			}))
		};
		return { told: 'read', read };
	}

	/** Answers from last time among the files, as far as they fit, and what is said of them. */
	private answersAmong(
		files: readonly StartFile[],
		findings: Findings
	): Pick<ReadView, 'answers' | 'answersRead'> {
		const file = files.find(({ name }) => name === ANSWERS);
		if (!file) return {};
		let given: Answers;
		try {
			given = readAnswers(new TextDecoder().decode(file.bytes));
		} catch {
			return { answersRead: [m.publish_answers_unread()] };
		}
		const { answers, left } = answersAgain(findings, given, this.setting);
		return {
			answers,
			answersRead: [
				m.publish_answers({ count: Object.keys(answers).length }),
				...(left.length > 0 ? [m.publish_answers_left({ ids: left.join(', ') })] : [])
			]
		};
	}

	private async readEarlier(files: readonly StartFile[]): Promise<PublishAnswer> {
		if (files.length === 0) {
			this.earlier = undefined;
			return { told: 'earlier' };
		}
		const whole = packageAmong(files);
		if (!whole) throw new Error(m.publish_earlier_none());
		if (whole.has(ANSWERS)) throw new Error(m.publish_earlier_private());
		const held = await publishedReleases(whole);
		const [newest, ...others] = held.releases;
		if (!newest) throw new Error(m.publish_earlier_none());
		const { version } = newest.package;
		const isKept = [...held.kept.keys()].some((path) => path.startsWith(`${ARCHIVE}/v${version}/`));
		// New figures would else be released under its number.
		if (!isKept) throw new Error(m.publish_earlier_unkept({ version }));
		this.earlier = held;
		return { told: 'earlier', earlier: { version, others: others.length } };
	}

	/** The package in hand: the one that was chosen, or the one that is proposed. */
	private files(answers: Answers): ReadonlyMap<string, Uint8Array> {
		return this.whole ?? this.folder(answers).proposal.files;
	}

	private async protect(answers: Answers): Promise<PublishAnswer> {
		const folder = publicName(FOLDER);
		const { view, files } = await protectedFolder(this.files(answers), folder, this.solver, this.earlier);
		return { told: 'protected', view, ...(files.size > 0 ? { bytes: packed(files, folder) } : {}) };
	}

	private folder(
		given: Answers,
		isToProtect?: boolean
	): { proposal: Proposal; answers: Answers; defaults: string[] } {
		const { answers, taken } = withDefaults(this.found, given, this.setting);
		const proposal = folderOf(this.found, answers, taken, FOLDER, isToProtect);
		return { proposal, answers, defaults: taken.map((each) => takenWords(each, each.fallback)) };
	}

	private async propose(given: Answers): Promise<ProposalView> {
		const { proposal, answers, defaults } = this.folder(given);
		const { tables, leftOut, files, twice, apart } = proposal;
		return {
			tables: tables.map(({ name, header, rows }): TableView => ({
				name,
				header,
				rows: rows.slice(0, FIRST_ROWS),
				count: rows.length
			})),
			apart,
			left: leftOut.slice(0, MOST_SHOWN).map(leftView),
			leftCount: leftOut.length,
			check: files.size === 0 ? { faults: [], count: 0 } : await checked(files, twice),
			isPrivate: isPrivate(proposal, answers),
			defaults
		};
	}
}
