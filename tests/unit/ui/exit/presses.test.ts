import { describe, expect, it } from 'vitest';
import { afterMoment, NO_PRESSES, PATIENCE, type KeyMoment } from '../../../../src/lib/ui/exit/presses.ts';

type Step = Partial<KeyMoment> & Pick<KeyMoment, 'kind'>;

/** A key alone, let go after it went down. */
const press = (key: string, more: Partial<KeyMoment> = {}): Step[] => [
	{ kind: 'down', key, shift: key === 'Shift', ...more },
	{ kind: 'up', key, ...more }
];

const SHIFT = press('Shift');

/** A key while Shift is held. */
const withShift = (...steps: Step[]): Step[] => [
	{ kind: 'down', key: 'Shift', shift: true },
	...steps.map((step) => ({ ...step, shift: true })),
	{ kind: 'up', key: 'Shift' }
];

function countAfter(...steps: Step[]): number {
	let now = 0;
	return steps.reduce((presses, step) => {
		now = step.at ?? now + 100;
		const standing = { shift: false, other: false, typing: false };
		return afterMoment(presses, { ...standing, ...step, at: now });
	}, NO_PRESSES).count;
}

describe('presses of Shift', () => {
	it('count one after another', () => {
		expect(countAfter(...SHIFT)).toBe(1);
		expect(countAfter(...SHIFT, ...SHIFT)).toBe(2);
		expect(countAfter(...SHIFT, ...SHIFT, ...SHIFT)).toBe(3);
	});

	it('count once while the key repeats itself', () => {
		const held: Step = { kind: 'down', key: 'Shift', shift: true };
		expect(countAfter(held, held, held, { kind: 'up', key: 'Shift' })).toBe(1);
	});

	it.each([
		['late', PATIENCE + 1, 1],
		['in time', PATIENCE, 2]
	])('that come %s', (_, wait, count) => {
		const first: Step = { kind: 'up', key: 'Shift', at: 10 };
		expect(countAfter(first, { kind: 'up', key: 'Shift', at: 10 + wait })).toBe(count);
	});

	it.each([
		['another key', press('a')],
		['another key, of which only the end is heard', press('Escape').slice(1)],
		['a capital letter', withShift(...press('A'))],
		['Shift and Tab, of which the end is heard elsewhere', withShift(press('Tab')[0] as Step)],
		['a click with Shift held', withShift({ kind: 'pointer' })],
		['Shift with Control held', press('Shift', { other: true })],
		['Shift while writing', press('Shift', { typing: true })]
	])('begin anew after %s', (_, between) => {
		expect(countAfter(...SHIFT, ...SHIFT, ...between)).toBe(0);
		expect(countAfter(...SHIFT, ...SHIFT, ...between, ...SHIFT)).toBe(1);
	});

	it('never count as a modifier, however the keys are let go', () => {
		const capital = withShift(...press('A'));
		expect(countAfter(...capital, ...capital, ...capital)).toBe(0);
		const [down, up] = press('A') as [Step, Step];
		const early = [...withShift(down), up];
		expect(countAfter(...early, ...early, ...early)).toBe(0);
		const both: Step[] = [
			{ kind: 'down', key: 'Shift', shift: true },
			{ kind: 'down', key: 'Shift', shift: true },
			{ kind: 'up', key: 'Shift', shift: true },
			{ kind: 'up', key: 'Shift' }
		];
		expect(countAfter(...both)).toBe(0);
	});

	it('stand a click and a scroll without Shift', () => {
		expect(countAfter(...SHIFT, { kind: 'pointer' }, ...SHIFT)).toBe(2);
	});
});
