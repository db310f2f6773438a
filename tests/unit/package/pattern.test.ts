import { describe, expect, it } from 'vitest';
import { LONGEST_MATCHED, slowPattern } from '../../../src/lib/package/descriptor/pattern.ts';

describe('slowPattern', () => {
	it.each([
		'\\d{4}(-\\d{2}(-\\d{2})?)?',
		'[A-Z]{2}\\d+',
		'(ab)+',
		'(?:\\d{3},){2}',
		'[(a+)+]*',
		'\\(a+\\)+',
		'a+?b+?',
		'yes|no|maybe',
		'[^@]+@[^@]+\\.[a-z]+'
	])('lets %s be', (pattern) => {
		expect(slowPattern(pattern)).toBeUndefined();
	});

	it.each([
		'(a+)+',
		'(a*)*b',
		'(?:a|a)+',
		'(?:a|ab){5,}',
		'((a+)b?)*',
		'(a?){40}',
		'(([a-z])+.)+x',
		'(?<word>\\w+\\s?)*',
		'a*a*a*a*b',
		`${'a?'.repeat(30)}${'a'.repeat(30)}`,
		`${'(a|a)'.repeat(30)}b`
	])('refuses %s', (pattern) => {
		expect(slowPattern(pattern)).toMatch(/repeated group|at most/);
	});

	it('bounds the time of what it lets be', () => {
		const pattern = /^(?:a*a*a*b)$/u;
		expect(slowPattern('a*a*a*b')).toBeUndefined();
		const started = performance.now();
		expect(pattern.test('a'.repeat(LONGEST_MATCHED))).toBe(false);
		expect(performance.now() - started).toBeLessThan(1000);
	});
});
