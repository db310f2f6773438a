import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PublishWorker, Stopped } from '../../../../src/lib/ui/publish/client.ts';
import { Disclosing } from '../../../../src/lib/ui/publish/disclosing.svelte.ts';
import { brokenWords } from '../../../../src/lib/ui/publish/disclosureWords.ts';
import type { PublishAnswer, PublishRequest } from '../../../../src/lib/ui/publish/types.ts';

/** Workers that were started; each answers what it is told to, or stays silent. */
let workers: FakeWorker[];
class FakeWorker {
	asked: string[] = [];
	isEnded = false;
	onmessage?: (event: { data: PublishAnswer }) => void;
	constructor() {
		workers.push(this);
	}
	postMessage({ task }: PublishRequest): void {
		this.asked.push(task);
		if (task === 'audit' || task === 'protect') return;
		queueMicrotask(() => this.tell({ told: 'questions', questions: [] }));
	}
	tell(data: PublishAnswer): void {
		if (!this.isEnded) this.onmessage?.({ data });
	}
	terminate(): void {
		this.isEnded = true;
	}
}

beforeEach(() => {
	workers = [];
	vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => void vi.unstubAllGlobals());

it('work that is stopped says so, and the next worker has the files of the last', async () => {
	const worker = new PublishWorker();
	await worker.ask({ task: 'read', files: [] });
	const audit = worker.ask({ task: 'audit', answers: {} });
	const later = worker.ask({ task: 'questions', answers: {} });
	await vi.waitFor(() => expect(workers[0]?.asked).toEqual(['read', 'audit']));
	worker.stop();
	await expect(audit).rejects.toBeInstanceOf(Stopped);
	await expect(later).resolves.toMatchObject({ told: 'questions' });
	expect(workers.map(({ asked }) => asked)).toEqual([
		['read', 'audit'],
		['read', 'questions']
	]);
	worker.end();
	await worker.ask({ task: 'questions', answers: {} });
	expect(workers[2]?.asked).toEqual(['questions']);
});

it('an audit that fails or is stopped is told, and one of an older package is not listened to', async () => {
	const disclosing = new Disclosing(new PublishWorker());
	const failing = disclosing.look({});
	await vi.waitFor(() => expect(workers[0]?.asked).toEqual(['audit']));
	expect(disclosing.running).toBe('audit');
	workers[0]?.tell({ told: 'failure', reason: 'no memory' });
	await failing;
	expect(disclosing).toMatchObject({ running: undefined, broken: { task: 'audit', reason: 'no memory' } });
	expect(workers[0]?.isEnded).toBe(true);

	const stopped = disclosing.protect({});
	await vi.waitFor(() => expect(workers[1]?.asked).toEqual(['protect']));
	disclosing.stop();
	await stopped;
	expect(disclosing.broken).toEqual({ task: 'protect' });

	const old = disclosing.look({});
	await vi.waitFor(() => expect(workers[2]?.asked).toEqual(['audit']));
	disclosing.reset();
	await old;
	expect(disclosing).toMatchObject({ running: undefined, broken: undefined, audit: undefined });
});

it('what failed is told with its reason and another way, what was stopped without', () => {
	const reason = "Aborted(Failed to load 'highs.wasm'.). Build with -sASSERTIONS for more info.";
	const told = brokenWords({ task: 'protect', reason });
	expect(told).toContain("(Aborted(Failed to load 'highs.wasm'))");
	expect(told).toContain('npm run data -- protect');
	expect(told).not.toContain('ASSERTIONS');
	expect(brokenWords({ task: 'audit' })).not.toContain('npm run');
});
