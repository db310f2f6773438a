/** Makes and checks a package away from the page's own thread; what it holds ends with it. */
import solverAddress from 'highs/runtime?url';
import { loadSolver } from '../../disclosure/index.ts';
import { LANGUAGE, primaryLanguage } from '../../words/language.ts';
import { PublishSession } from './session.ts';
import type { PublishAnswer, PublishRequest } from './types.ts';

const session = new PublishSession(
	{
		today: new Date().toISOString().slice(0, 10),
		language: primaryLanguage(LANGUAGE) === 'es' ? 'es' : 'en'
	},
	() => loadSolver(solverAddress)
);

const tell = (answer: PublishAnswer) => globalThis.postMessage(answer);

globalThis.onmessage = (event: MessageEvent<PublishRequest>) => {
	session.answer(event.data).then(tell, (error: unknown) => {
		tell({ told: 'failure', reason: error instanceof Error ? error.message : String(error) });
	});
};
