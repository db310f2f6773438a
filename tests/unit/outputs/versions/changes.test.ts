import { describe, expect, it } from 'vitest';
import type { CubeAnswer, CubeRow } from '../../../../src/lib/cube/types.ts';
import { changesOf } from '../../../../src/lib/outputs/versions/changes.ts';
import { ODD_PIN, readPin, withPin } from '../../../../src/lib/outputs/versions/pin.ts';
import { changeWords } from '../../../../src/lib/outputs/versions/words.ts';
import type { Status } from '../../../../src/lib/package/types.ts';
import { viewOf } from '../../charts/fixture.ts';

const { resource } = viewOf({ figures: [[2018, 'all', 10]] });

function row(year: number, value: number | null, status: Status = ''): CubeRow {
	return {
		key: { year },
		value,
		status,
		qualifier: '',
		denominator: null,
		sources: [],
		confidence: '',
		notes: []
	};
}

const answer = (...rows: CubeRow[]): CubeAnswer => ({
	refused: false,
	query: { table: resource.name, dimensions: ['year'] },
	rows,
	breaks: [],
	nonAdditive: [],
	withheld: 0
});

function say(before: CubeAnswer, after: CubeAnswer) {
	return changeWords(changesOf(before, after), after, resource, '1.0.0', 'en-US');
}

describe('changes between two versions', () => {
	it('are none where every figure is the same', () => {
		const words = say(answer(row(2018, 10), row(2019, 12)), answer(row(2018, 10), row(2019, 12)));
		expect(words).toEqual({
			headline: 'The link names data version 1.0.0. None of the 2 figures shown here has changed since.',
			items: [],
			more: ''
		});
	});

	it('name the figure, what it was and what it is', () => {
		const words = say(answer(row(2018, 10949), row(2019, 12)), answer(row(2018, 10954), row(2019, 12)));
		expect(words.headline).toContain('Since then 1 of 2 figures shown here are not as they were');
		expect(words.items).toEqual(['2018: was 10,949, is 10,954.']);
	});

	it('name a new marker beside the same number', () => {
		const { changed } = changesOf(answer(row(2018, 10)), answer(row(2018, 10, '[p]')));
		expect(changed).toHaveLength(1);
	});

	it('tell new figures and figures that are gone, the latter without their number', () => {
		const words = say(answer(row(2017, 987), row(2018, 10)), answer(row(2018, 10), row(2019, 12)));
		expect(words.items).toEqual(['2019: was not there, is 12.', '2017: is not there any more.']);
		expect(JSON.stringify(changesOf(answer(row(2017, 987)), answer()))).not.toContain('987');
	});

	it('never show what a figure was that is withheld now', () => {
		const changes = changesOf(answer(row(2018, 987)), answer(row(2018, null, '[c]')));
		expect(JSON.stringify(changes)).not.toContain('987');
		const words = say(answer(row(2018, 987)), answer(row(2018, null, '[c]')));
		expect(words.items).toEqual(['2018: was published, is now withheld for privacy.']);
	});

	it('say why there was no number', () => {
		const words = say(answer(row(2018, null, '[c]')), answer(row(2018, 5)));
		expect(words.items[0]).toMatch(/^2018: was withheld.*, is 5\.$/);
	});

	it('list some, and count the rest', () => {
		const years = Array.from({ length: 20 }, (_, at) => 2000 + at);
		const words = say(
			answer(...years.map((year) => row(year, 1))),
			answer(...years.map((year) => row(year, 2)))
		);
		expect(words.items).toHaveLength(8);
		expect(words.more).toBe('And 12 more.');
	});
});

describe('the version in an address', () => {
	it.each([
		['', undefined],
		['?place=TX', undefined],
		['?data=', undefined],
		['?data=1.2.3', '1.2.3'],
		['?data=v1.2.3&place=TX', '1.2.3'],
		['?data=1.2', ODD_PIN],
		['?data=../../etc', ODD_PIN],
		['?data=<b>1.0.0</b>', ODD_PIN],
		[`?data=${'1'.repeat(100_000)}`, ODD_PIN],
		['?data=1.2.3&data=4.5.6', '1.2.3']
	])('of %.30s is %s', (search, pin) => expect(readPin(search)).toBe(pin));

	it('is added to what else the address names', () => {
		expect(withPin('https://a.org/charts/b', '1.2.3')).toBe('https://a.org/charts/b?data=1.2.3');
		expect(withPin('/charts/b?place=TX&data=1.0.0', '1.2.3')).toBe('/charts/b?place=TX&data=1.2.3');
	});
});
