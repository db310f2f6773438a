import type { TuneLine } from '../../charts/sound/tune.ts';

/** Where tones and words go, and what time is. */
export interface Stage {
	tone: (hertz: number, pan: number, seconds: number) => void;
	/** Told to the reader: the name of a line, and what stands for silence. */
	tell: (words: string) => void;
	/** The figure that is heard now, and its words; null for none. */
	at: (datum: number | null, words: string) => void;
	/** How much longer than usual words are waited for: 1 as usual. */
	patience: () => number;
	/** Resolves after so many seconds, or as soon as the signal aborts. */
	wait: (seconds: number, signal: AbortSignal) => Promise<void>;
}

export const BEAT_SECONDS = 0.4;
const TONE_SECONDS = 0.34;

/** Time in which words are read out: about 14 letters a second after a short breath. */
export function secondsFor(words: string): number {
	return 0.6 + words.length / 14;
}

/**
 * Plays lines one after another; ends early when the signal aborts.
 * @param opening the words before a line
 */
export async function play(
	lines: TuneLine[],
	opening: (line: TuneLine) => string,
	stage: Stage,
	signal: AbortSignal
): Promise<void> {
	const say = async (datum: number | null, words: string) => {
		stage.tell(words);
		stage.at(datum, '');
		await stage.wait(secondsFor(words) * stage.patience(), signal);
	};
	for (const line of lines) {
		if (signal.aborted) return;
		await say(null, opening(line));
		for (const note of line.notes) {
			if (signal.aborted) return;
			if (note.kind === 'silence') {
				await say(note.datum, note.words);
				continue;
			}
			if (note.beats > 1) await stage.wait((note.beats - 1) * BEAT_SECONDS, signal);
			if (signal.aborted) return;
			stage.tone(note.hertz, note.pan, TONE_SECONDS);
			stage.at(note.datum, note.words);
			await stage.wait(BEAT_SECONDS * Math.min(1, note.beats), signal);
		}
	}
}

/** Waits by the clock. */
export function waitSeconds(seconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal.aborted) return resolve();
		const timer = setTimeout(done, seconds * 1000);
		function done() {
			clearTimeout(timer);
			signal.removeEventListener('abort', done);
			resolve();
		}
		signal.addEventListener('abort', done);
	});
}
