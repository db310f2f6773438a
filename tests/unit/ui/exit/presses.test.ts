import fs from 'node:fs';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';

const SCRIPT = fs.readFileSync('static/exit.js', 'utf8');
const PATIENCE_MS = 5000;

interface Step {
	kind: 'down' | 'up' | 'pointer' | 'wait';
	key?: string;
	shift?: boolean;
	control?: boolean;
	/** The key was down already. */
	repeat?: boolean;
	/** The element in which it happens. */
	into?: { tagName: string; type?: string; isContentEditable?: boolean };
	/** Milliseconds since the step before. */
	after?: number;
}

/** What a page with the script shows after some steps: presses, what is announced, where it went and what it told its parts. */
function after(steps: Step[], isOn = true) {
	const link = { href: 'https://elsewhere.test/', dataset: { after0: 'none', after1: 'one', after2: 'two' } };
	const said = { textContent: '' };
	const went: string[] = [];
	const listeners = new Map<string, (event: unknown) => void>();
	let waiting: (() => void) | undefined;
	const node = () => ({ style: {}, setAttribute: () => {}, append: () => {} });
	vm.runInNewContext(SCRIPT, {
		document: {
			documentElement: node(),
			body: node(),
			createElement: node,
			getElementById: () => null,
			querySelector: (selector: string) => (selector === '[data-exit]' ? link : said)
		},
		location: { replace: (address: string) => went.push(address) },
		Event,
		dispatchEvent: ({ type }: Event) => went.push(type),
		addEventListener: (type: string, listener: (event: unknown) => void) => listeners.set(type, listener),
		setTimeout: (run: (value: number) => void, ms: number, value: number) => {
			expect(ms).toBe(PATIENCE_MS);
			waiting = () => run(value);
		},
		clearTimeout: () => (waiting = undefined)
	});
	if (!isOn) listeners.get('change')?.({ target: { matches: () => true, checked: false } });
	let timeStamp = 10;
	for (const { kind, key, shift = false, control = false, repeat = false, into, after = 100 } of steps) {
		timeStamp += after;
		if (kind === 'wait') waiting?.();
		const type = { down: 'keydown', up: 'keyup', pointer: 'pointerdown', wait: '' }[kind];
		listeners.get(type)?.({
			...{ type, key, shiftKey: shift, ctrlKey: control, altKey: false, metaKey: false, timeStamp, repeat },
			composedPath: () => [into ?? { tagName: 'P' }, {}]
		});
	}
	const { presses } = link.dataset as { presses?: number };
	return { presses: presses ?? 0, said: said.textContent, went };
}

const countAfter = (...steps: Step[]) => after(steps).presses;

/** A key alone, let go after it went down. */
const press = (key: string, more: Partial<Step> = {}): Step[] => [
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

const writingIn = (tagName: string, type = 'text') => press('Shift', { into: { tagName, type } });

describe('presses of Shift', () => {
	it('count one after another, are announced, and leave at the third', () => {
		expect(after(SHIFT)).toEqual({ presses: 1, said: 'one', went: [] });
		expect(after([...SHIFT, ...SHIFT])).toEqual({ presses: 2, said: 'two', went: [] });
		expect(after([...SHIFT, ...SHIFT, ...SHIFT]).went).toEqual(['https://elsewhere.test/', 'leaving']);
	});

	it('count no more once they are switched off', () => {
		expect(after([...SHIFT, ...SHIFT, ...SHIFT], false)).toEqual({ presses: 0, said: '', went: [] });
	});

	it('count once while the key repeats itself', () => {
		const down: Step = { kind: 'down', key: 'Shift', shift: true };
		const held = { ...down, repeat: true };
		expect(countAfter(down, held, held, { kind: 'up', key: 'Shift' })).toBe(1);
	});

	it.each([
		['late', PATIENCE_MS + 1, 1],
		['in time', PATIENCE_MS, 2]
	])('that come %s', (_, wait, count) => {
		const up: Step = { kind: 'up', key: 'Shift' };
		expect(countAfter(up, { ...up, after: wait })).toBe(count);
	});

	it('are forgotten after a while, and that is announced', () => {
		expect(after([...SHIFT, ...SHIFT, { kind: 'wait' }])).toEqual({ presses: 0, said: 'none', went: [] });
	});

	it.each([
		['another key', press('a')],
		['another key, of which only the end is heard', press('Escape').slice(1)],
		['a capital letter', withShift(...press('A'))],
		['Shift and Tab, of which the end is heard elsewhere', withShift(press('Tab')[0] as Step)],
		['a click with Shift held', withShift({ kind: 'pointer' })],
		['Shift with Control held', press('Shift', { control: true })],
		['Shift while writing', writingIn('TEXTAREA')],
		['Shift in a search', writingIn('INPUT', 'search')],
		['Shift in a list', writingIn('SELECT')],
		['Shift in an editor', press('Shift', { into: { tagName: 'DIV', isContentEditable: true } })]
	])('begin anew after %s', (_, between) => {
		expect(countAfter(...SHIFT, ...SHIFT, ...between)).toBe(0);
		expect(countAfter(...SHIFT, ...SHIFT, ...between, ...SHIFT)).toBe(1);
	});

	it('count again after another window saw how Shift was let go', () => {
		const lost: Step[] = [
			{ kind: 'down', key: 'Shift', shift: true },
			{ kind: 'pointer', shift: true }
		];
		expect(after([...lost, ...SHIFT, ...SHIFT, ...SHIFT]).went).toEqual([
			'https://elsewhere.test/',
			'leaving'
		]);
		expect(
			countAfter(...lost, { kind: 'down', key: 'Shift', shift: true, repeat: true }, ...SHIFT.slice(1))
		).toBe(0);
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

	it('stand a click and a scroll without Shift, and a box to check', () => {
		expect(countAfter(...SHIFT, { kind: 'pointer' }, ...writingIn('INPUT', 'checkbox'))).toBe(2);
	});
});
