import { Stopped, type PublishWorker } from './client.ts';
import type { Answers, AuditView, EarlierView, ProtectedView, PublishAnswer, StartFile } from './types.ts';

type Task = 'audit' | 'protect';

/** What is done about small counts in the package in hand: audited, then protected. Nothing of it is kept. */
export class Disclosing {
	audit = $state.raw<AuditView>();
	outcome = $state.raw<ProtectedView>();
	/** The archive of what may be published. */
	archive = $state.raw<Blob>();
	/** What is under way. */
	running = $state<Task>();
	/** What somebody stopped, or what failed, with the reason. */
	broken = $state.raw<{ task: Task; reason?: string }>();

	/** What is public already, and is held against the package. */
	earlier = $state.raw<EarlierView>();
	/** Why what was chosen as public is not used. */
	earlierFailure = $state('');

	/** Which work is the newest; what an older one tells is not listened to. */
	private turn = 0;

	constructor(private readonly worker: PublishWorker) {}

	/** Forgets what it knows, since the package is another one now. */
	reset(): void {
		this.stop();
		this.turn++;
		this.running = undefined;
		this.audit = undefined;
		this.outcome = undefined;
		this.archive = undefined;
		this.broken = undefined;
	}

	/** Forgets also what is public already. */
	forget(): void {
		this.reset();
		this.earlier = undefined;
		this.earlierFailure = '';
	}

	/** Holds the package against what is public already, from now on; a fault leaves all as it was. */
	async hold(files: StartFile[]): Promise<void> {
		this.stop();
		this.earlierFailure = '';
		try {
			const answer = await this.worker.ask({ task: 'earlier', files });
			if (answer.told !== 'earlier') throw new Error(answer.told);
			this.reset();
			this.earlier = answer.earlier;
		} catch (error) {
			this.earlierFailure = error instanceof Error ? error.message : String(error);
		}
	}

	/** Stops what is under way; what was known before stays. */
	stop(): void {
		if (this.running) this.worker.stop();
	}

	/** Audits the package that the answers make, or the one that was chosen. */
	async look(answers: Answers): Promise<void> {
		const answer = await this.run({ task: 'audit', answers });
		if (answer?.told === 'audit') this.audit = answer.audit;
	}

	/** Withholds what must be withheld. */
	async protect(answers: Answers): Promise<void> {
		const answer = await this.run({ task: 'protect', answers });
		if (answer?.told !== 'protected') return;
		this.outcome = answer.view;
		this.archive = answer.bytes && new Blob([answer.bytes], { type: 'application/zip' });
	}

	/** What the worker answers; nothing where it was stopped or failed, or the package is another one by now. */
	private async run(request: { task: Task; answers: Answers }): Promise<PublishAnswer | undefined> {
		const { task } = request;
		const turn = ++this.turn;
		this.running = task;
		this.broken = undefined;
		try {
			const answer = await this.worker.ask(request);
			return turn === this.turn ? answer : undefined;
		} catch (error) {
			if (turn !== this.turn) return undefined;
			const isStopped = error instanceof Stopped;
			// A solver that failed is not asked again: the next worker has another.
			if (!isStopped) this.worker.stop();
			const reason = error instanceof Error ? error.message : String(error);
			this.broken = isStopped ? { task } : { task, reason };
			return undefined;
		} finally {
			if (turn === this.turn) this.running = undefined;
		}
	}
}
