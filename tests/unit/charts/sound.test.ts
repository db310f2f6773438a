import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../../src/lib/charts/layout/layoutChart.ts';
import { scaleOf } from '../../../src/lib/charts/sound/pitch.ts';
import { tuneOf } from '../../../src/lib/charts/sound/tune.ts';
import { breakAt, contextOf, type Figure, type Fixture } from './fixture.ts';

const years = (values: (number | null)[], first = 2018): Figure[] =>
	values.map((value, at) => [first + at, 'all', value, value === null ? { status: '[c]' } : {}]);

function tune(fixture: Fixture) {
	const context = contextOf(fixture);
	return tuneOf(context, layoutChart(context));
}

/** `220` for a tone, else the words of a silence. */
const heard = (fixture: Fixture) =>
	tune(fixture).map(({ notes }) =>
		notes.map((note) => (note.kind === 'tone' ? Math.round(note.hertz) : note.words))
	);

describe('a line as tones', () => {
	it('goes from the low tone at the lowest line of the grid to two octaves above at the highest', () => {
		const [line] = tune({ figures: years([0, 25, 50]) });
		expect(line).toMatchObject({ name: 'Cases by year', least: '0', most: '50' });
		expect(heard({ figures: years([0, 25, 50]) })).toEqual([[220, 440, 880]]);
		expect(line?.notes).toMatchObject([
			{ datum: 0, beats: 1, words: '2018: 0 cases' },
			{ datum: 1, words: '2019: 25 cases' },
			{ datum: 2, words: '2020: 50 cases' }
		]);
		const pans = line?.notes.map((note) => (note.kind === 'tone' ? note.pan : null));
		expect(pans?.[0]).toBeCloseTo(-(pans?.[2] ?? 0));
		expect(pans?.[1]).toBeCloseTo(0);
	});

	it('has silence and a word for a withheld figure, never a tone', () => {
		expect(heard({ figures: years([0, null, 50]) })).toEqual([[220, '2019: withheld for privacy', 880]]);
	});

	it('has silence and a word for years without a figure, together', () => {
		const figures = years([0, 1, 2, 50]).filter(([year]) => year !== 2019 && year !== 2020);
		expect(heard({ figures })).toEqual([[220, '2019–2020: no figure', 880]]);
	});

	it('says a break that must not be compared across, between the figures, and no other', () => {
		const breaks = [
			breakAt('2020', { label: { en: 'New law' } }),
			breakAt('2019', { comparableAcross: true })
		];
		expect(heard({ figures: years([0, 25, 50]), breaks })).toEqual([
			[220, 440, expect.stringContaining('New law'), 880]
		]);
	});

	it('plays the lines as the key lists them, and leaves out what cannot be compared', () => {
		const figures: Figure[] = [
			[2018, 'red', 10],
			[2019, 'red', 20],
			[2018, 'green', 30],
			[2019, 'green', 50],
			[2019, 'unknown', 5]
		];
		const query = { filters: { kind: ['red', 'green', 'unknown'] }, dimensions: ['year', 'kind'] };
		const lines = tune({ figures, query, spec: { series: ['kind'] } });
		expect(lines.map(({ name }) => name)).toEqual(['Green', 'Red']);
	});

	it('is none for other charts', () => {
		expect(tune({ figures: years([1, 2]), spec: { mark: 'bar' } })).toEqual([]);
	});

	it('rises and falls as the figures do', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(100_000), { minLength: 2, maxLength: 12 }), (values) => {
				const tones = tune({ figures: years(values) })[0]?.notes.map((note) =>
					note.kind === 'tone' ? note.hertz : NaN
				);
				values.slice(1).forEach((value, at) => {
					const [before = NaN, after = NaN] = [tones?.[at], tones?.[at + 1]];
					expect(Math.sign(after - before)).toBe(Math.sign(value - (values[at] ?? 0)));
				});
			}),
			{ numRuns: 50 }
		);
	});

	it('needs two lines of the grid', () => {
		expect(scaleOf([])).toBeNull();
		expect(scaleOf([{ y: 10, label: '0', zero: true }])).toBeNull();
	});
});
