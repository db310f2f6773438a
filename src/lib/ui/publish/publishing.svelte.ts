import { fits } from '../../package/start/fits.ts';
import { m } from '../../words/index.ts';
import { PublishWorker, Stopped } from './client.ts';
import { Disclosing } from './disclosing.svelte.ts';
import { startFiles } from './startFiles.ts';
import type {
	Answers,
	CheckView,
	ProposalView,
	PublishAnswer,
	PublishRequest,
	Question,
	ReadView,
	StartFile
} from './types.ts';
import { questionWords } from './words.ts';

type Told<Kind extends PublishAnswer['told']> = Extract<PublishAnswer, { told: Kind }>;

/** The way from files to a package: what is chosen, found, asked, answered and proposed. Nothing of it is kept. */
export class Publishing {
	files = $state.raw<StartFile[]>([]);
	read = $state.raw<ReadView>();
	questions = $state.raw<Question[]>([]);
	answers = $state.raw<Answers>({});
	/** The place of the question that is asked; past the last one, all are answered. */
	at = $state(0);
	proposal = $state.raw<ProposalView>();
	/** The check of a package that was there already. */
	check = $state.raw<CheckView>();
	isBusy = $state(false);
	/** What went wrong last, in words. */
	failure = $state('');
	/** What an answer lacks, in words. */
	wrong = $state('');
	/** Questions that answers from last time settle, so that they are not asked. */
	private settled = $state.raw<ReadonlySet<string>>(new Set());
	private readonly worker = new PublishWorker();
	/** The audit of the package, and its protection. */
	readonly disclosing = new Disclosing(this.worker);

	/** Which question it is of those that are asked, from 1, and how many these are. */
	get progress(): { at: number; of: number } {
		const asked = this.questions.filter(({ id }, index) => index === this.at || !this.settled.has(id));
		return { at: asked.findIndex(({ id }) => id === this.question?.id) + 1, of: asked.length };
	}

	get question(): Question | undefined {
		return this.proposal ? undefined : this.questions[this.at];
	}

	/** Adds files to those in use, the newer one of a name in place of the older; a failure leaves those in use. */
	async add(chosen: readonly File[]): Promise<void> {
		if (chosen.length === 0) return;
		await this.work(async () => {
			const added = await startFiles(chosen);
			const names = new Set(added.map(({ name }) => name));
			const all = [...this.files.filter(({ name }) => !names.has(name)), ...added];
			const isArchive = added.every(({ name }) => /\.zip$/i.test(name));
			if (!isArchive || !(await this.usePackage(added))) await this.use(all);
		});
	}

	async remove(name: string): Promise<void> {
		await this.work(() => this.use(this.files.filter((file) => file.name !== name)));
	}

	/** Answers the question that is asked, and goes on to the next. */
	async reply(text: string): Promise<void> {
		const { question } = this;
		if (!question) return;
		// An empty line takes the default, as in the terminal.
		const answer = text.trim() === '' && question.form === 'text' ? question.fallback : text.trim();
		if (!fits(question, answer)) {
			this.wrong = m.publish_wrong({ help: questionWords(question).help });
			return;
		}
		await this.work(async () => {
			const answers = { ...this.answers, [question.id]: answer };
			const questions = await this.questionsFor(answers);
			this.answers = answers;
			this.questions = questions;
			const next = this.nextFrom(questions.findIndex(({ id }) => id === question.id) + 1);
			if (next >= questions.length) await this.propose(answers);
			this.at = next;
		});
	}

	/** Whether the package in hand has no fault of its own, so that it can be audited. */
	private get isSound(): boolean {
		const isSome = this.check !== undefined || (this.proposal?.tables.length ?? 0) > 0;
		return isSome && (this.check ?? this.proposal?.check)?.count === 0;
	}

	/** Audits the package in hand, if that can be done. */
	async look(): Promise<void> {
		if (this.isSound) await this.disclosing.look(this.answers);
	}

	/** Goes one question back, also from the proposal. */
	back(): void {
		this.wrong = '';
		this.disclosing.reset();
		this.at = Math.max(0, Math.min(this.at, this.questions.length) - 1);
		this.proposal = undefined;
	}

	/** Goes to the first question again; the answers stay, and each is asked. */
	change(): void {
		this.settled = new Set();
		this.disclosing.reset();
		this.at = 0;
		this.proposal = undefined;
	}

	/** Takes the safe default for every question without an answer. */
	async takeRest(): Promise<void> {
		await this.work(async () => {
			await this.propose(this.answers);
			this.at = this.questions.length;
		});
	}

	/** Whether the proposed package must not be published as it is: what the audit says, or what it looks like until then. */
	get isPrivate(): boolean {
		return this.disclosing.audit?.canProtect ?? this.proposal?.isPrivate ?? false;
	}

	/** The proposed package as an archive, as it stands. */
	async zip(): Promise<Blob | undefined> {
		let blob: Blob | undefined;
		await this.work(async () => {
			const { answers, isPrivate } = this;
			const { bytes } = await this.ask({ task: 'zip', answers, isPrivate }, 'zip');
			blob = new Blob([bytes], { type: 'application/zip' });
		});
		return blob;
	}

	startOver(): void {
		this.disclosing.forget();
		this.end();
		this.files = [];
		this.read = undefined;
		this.check = undefined;
		this.proposal = undefined;
		this.questions = [];
		this.answers = {};
		this.settled = new Set();
		this.at = 0;
		this.failure = '';
		this.wrong = '';
	}

	end(): void {
		this.worker.end();
	}

	/** Takes an archive in place of the files in use, where it holds a package; gives whether it does. */
	private async usePackage(files: StartFile[]): Promise<boolean> {
		const answer = await this.worker.ask({ task: 'read', files });
		if (answer.told === 'package') this.takePackage(files, answer.check);
		return answer.told === 'package';
	}

	private takePackage(files: StartFile[], check: CheckView): void {
		this.files = files;
		this.read = undefined;
		this.proposal = undefined;
		this.questions = [];
		this.check = check;
		this.disclosing.reset();
	}

	private async use(files: StartFile[]): Promise<void> {
		if (files.length === 0) {
			this.startOver();
			return;
		}
		const answer = await this.worker.ask({ task: 'read', files });
		if (answer.told === 'package') {
			this.takePackage(files, answer.check);
			return;
		}
		if (answer.told !== 'read') throw new Error(answer.told);
		const unread = new Set(answer.read.unread.map(({ file }) => file));
		const answers = { ...answer.read.answers, ...this.answers };
		const questions = answer.read.tables.length > 0 ? await this.questionsFor(answers) : [];
		const used = files.filter(({ name }) => !unread.has(name));
		const isSame = used.length === this.files.length && used.every((file) => this.files.includes(file));
		this.read = answer.read;
		// A file that cannot be read takes nothing away.
		if (isSame && !this.check) return;
		this.files = used;
		this.disclosing.reset();
		this.check = undefined;
		this.proposal = undefined;
		this.answers = answers;
		this.settled = new Set(Object.keys(answer.read.answers ?? {}));
		this.questions = questions;
		this.at = this.nextFrom(0);
	}

	/** The place of the next question that is to be asked. */
	private nextFrom(at: number): number {
		const next = this.questions.findIndex(({ id }, index) => index >= at && !this.settled.has(id));
		return next === -1 ? this.questions.length : next;
	}

	private async questionsFor(answers: Answers): Promise<Question[]> {
		return (await this.ask({ task: 'questions', answers }, 'questions')).questions;
	}

	private async propose(answers: Answers): Promise<void> {
		const { proposal } = await this.ask({ task: 'propose', answers }, 'proposal');
		this.disclosing.reset();
		this.proposal = proposal;
	}

	private async ask<Kind extends PublishAnswer['told']>(
		request: PublishRequest,
		kind: Kind
	): Promise<Told<Kind>> {
		const answer = await this.worker.ask(request);
		if (answer.told !== kind) throw new Error(answer.told);
		return answer as Told<Kind>;
	}

	/** Does one thing; where it fails, what was there stays. */
	private async work(task: () => Promise<void>): Promise<void> {
		// A long audit would keep everything else waiting.
		this.disclosing.stop();
		this.isBusy = true;
		this.failure = '';
		this.wrong = '';
		try {
			await task();
		} catch (error) {
			if (error instanceof Stopped) return;
			const reason = error instanceof Error ? error.message : String(error);
			this.failure = m.publish_failed({ reason });
		} finally {
			this.isBusy = false;
		}
	}
}
