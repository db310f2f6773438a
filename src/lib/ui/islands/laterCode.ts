import { hasTakenOver } from './takenOver.ts';

/** Code that the first page does without, since what it would draw stands in the document. */
export interface LaterCode<Module> {
	/** What was loaded already; reading it loads nothing. */
	now: () => Module | undefined;
	load: () => Promise<Module>;
	/** To be awaited before a page is drawn; the first page, which the build drew, is not kept waiting. */
	beforePage: () => Promise<void>;
}

/** @param load loads the code, and is called again after a failure */
export function laterCode<Module>(load: () => Promise<Module>): LaterCode<Module> {
	let loaded: Module | undefined;
	const keep = async () => (loaded = await load());
	return {
		now: () => loaded,
		load: keep,
		async beforePage() {
			if (hasTakenOver()) await keep();
		}
	};
}
