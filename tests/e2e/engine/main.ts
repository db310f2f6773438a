import { EngineLifecycle } from '../../../src/lib/engine/lifecycle.svelte.ts';

declare global {
	interface Window {
		database: EngineLifecycle;
	}
}

window.database = new EngineLifecycle('data');
