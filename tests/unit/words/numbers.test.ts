import { describe, expect, it } from 'vitest';
import {
	formatDay,
	formatList,
	formatNumber,
	formatShare,
	formatTick
} from '../../../src/lib/words/numbers.ts';

describe('numbers in words', () => {
	it('groups thousands as the locale does', () => {
		expect(formatNumber(11999)).toBe('11,999');
		expect(formatNumber(11999, 'de-DE')).toBe('11.999');
		expect(formatNumber(0)).toBe('0');
		expect(formatNumber(2.345)).toBe('2.35');
	});

	it('shortens the round numbers of a scale from a million on', () => {
		expect(formatTick(200000)).toBe('200,000');
		expect(formatTick(1500000)).toBe('1.5M');
	});

	it('writes shares so that a small part never reads as none, nor all but a few as all of nothing', () => {
		expect(formatShare(0.2155)).toBe('22%');
		expect(formatShare(0)).toBe('0%');
		expect(formatShare(0.0061)).toBe('0.6%');
		expect(formatShare(0.0004)).toBe('<0.1%');
		expect(formatShare(1)).toBe('100%');
		expect(formatShare(0.9996)).toBe('>99.9%');
		expect(formatShare(0.996)).toBe('99.6%');
	});

	it('lists names and writes days; other text stays', () => {
		expect(formatList(['2019', '2020', '2022'])).toBe('2019, 2020 and 2022');
		expect(formatList(['2019'])).toBe('2019');
		expect(formatDay('2026-03-31')).toBe('March 31, 2026');
		expect(formatDay('2026-03-31', 'en-GB')).toBe('31 March 2026');
		expect(formatDay('2026-03-31', 'de-DE')).toBe('March 31, 2026');
		expect(formatList(['2019', '2020'], 'fr-FR')).toBe('2019 and 2020');
		expect(formatDay('about 2014')).toBe('about 2014');
	});
});
