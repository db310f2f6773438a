import { describe, expect, it } from 'vitest';
import type { TuneLine } from '../../../../src/lib/charts/sound/tune.ts';
import { play, secondsFor, waitSeconds } from '../../../../src/lib/ui/sound/play.ts';

const tone = (hertz: number, datum: number, beats = 1) =>
	({ kind: 'tone', hertz, pan: 0, beats, words: `tone ${hertz}`, datum }) as const;

const LINES: TuneLine[] = [
	{
		name: 'Calls',
		least: '0',
		most: '50',
		notes: [tone(220, 0), { kind: 'silence', words: '2019: withheld', datum: 1 }, tone(880, 2, 3)]
	},
	{ name: 'Texts', least: '0', most: '50', notes: [tone(440, 3)] }
];

/** Everything that happens, in order; stops after so many events. */
async function record(stopAfter = Infinity) {
	const events: string[] = [];
	const controller = new AbortController();
	const note = (event: string) => {
		events.push(event);
		if (events.length >= stopAfter) controller.abort();
	};
	const stage = {
		tone: (hertz: number) => note(`play ${hertz}`),
		tell: (words: string) => note(`tell ${words}`),
		at: (datum: number | null) => note(`at ${datum}`),
		patience: () => 1,
		wait: async (seconds: number) => note(`wait ${seconds.toFixed(2)}`)
	};
	await play(LINES, (line) => line.name, stage, controller.signal);
	return events;
}

describe('playing', () => {
	it('names each line, plays its tones in time, and leaves room for the words of a silence', async () => {
		const named = secondsFor('Calls').toFixed(2);
		const silent = secondsFor('2019: withheld').toFixed(2);
		expect(await record()).toEqual([
			...['tell Calls', 'at null', `wait ${named}`],
			...['play 220', 'at 0', 'wait 0.40'],
			...['tell 2019: withheld', 'at 1', `wait ${silent}`],
			...['wait 0.80', 'play 880', 'at 2', 'wait 0.40'],
			...['tell Texts', 'at null', `wait ${named}`],
			...['play 440', 'at 3', 'wait 0.40']
		]);
	});

	it('plays nothing more once it is stopped, wherever that is', async () => {
		const whole = await record();
		for (let count = 1; count < whole.length; count++) {
			const heard = (await record(count)).slice(count).filter((event) => event.startsWith('play'));
			expect(heard).toEqual([]);
		}
	});

	it('stops waiting at once', async () => {
		const controller = new AbortController();
		const waiting = waitSeconds(1000, controller.signal);
		controller.abort();
		await waiting;
		await waitSeconds(1000, controller.signal);
	});
});
