import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clampHeight, heightMessages, readHeight } from '../../../src/lib/embed/heightMessage.ts';

const OURS = { type: 'hotline-chart:height', version: 1, id: 'calls-by-year', height: 512 };

test('one height goes out in the four shapes that hosts know', () => {
	expect(heightMessages('calls-by-year', 511.2, 'https://site.example/embed/calls-by-year')).toEqual([
		OURS,
		{ 'datawrapper-height': { 'calls-by-year': 512 } },
		{ sentinel: 'amp', type: 'embed-size', height: 512 },
		'{"src":"https://site.example/embed/calls-by-year","context":"iframe.resize","height":512}'
	]);
});

test('our own message is read, and none of the other shapes', () => {
	const [own, ...others] = heightMessages('calls-by-year', 512, 'https://site.example/embed/calls-by-year');
	expect(readHeight(own)).toBe(512);
	expect(others.map(readHeight)).toEqual([undefined, undefined, undefined]);
});

test.each([
	['no height', { height: undefined }],
	['a text', { height: '512' }],
	['not a number', { height: NaN }],
	['no end', { height: Infinity }],
	['below zero', { height: -512 }],
	['zero', { height: 0 }],
	['a list', { height: [512] }],
	['another type', { type: 'height' }],
	['another version', { version: 2 }]
])('a forged message is no height: %s', (_name, change) => {
	expect(readHeight({ ...OURS, ...change })).toBeUndefined();
});

test('nothing that a window can send makes reading fail', () => {
	fc.assert(
		fc.property(
			fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
			(data) => {
				const height = readHeight(data);
				expect(height === undefined || height > 0).toBe(true);
			}
		),
		{ seed: 1, numRuns: 1000 }
	);
	const ownShape = fc.record({
		type: fc.constant(OURS.type),
		version: fc.constant(1),
		height: fc.anything()
	});
	fc.assert(
		fc.property(ownShape, (data) => {
			const isHeight = typeof data.height === 'number' && Number.isFinite(data.height) && data.height > 0;
			expect(readHeight(data)).toBe(isHeight ? data.height : undefined);
		}),
		{ seed: 1, numRuns: 1000 }
	);
});

test('heights are held within what a frame may have', () => {
	expect([-1, 0, 1, 99.9, 100, 511.2, 5000, 5001, 1e300].map(clampHeight)).toEqual([
		100, 100, 100, 100, 100, 512, 5000, 5000, 5000
	]);
});
