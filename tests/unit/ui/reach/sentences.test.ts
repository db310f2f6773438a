import { describe, expect, it } from 'vitest';
import { changeCell } from '../../../../src/lib/ui/reach/cells.ts';
import type { Footing } from '../../../../src/lib/ui/reach/comparable.ts';
import { figuresWithChanges, type CountedFigure } from '../../../../src/lib/ui/reach/figures.ts';
import { breakReasons, measureSentences } from '../../../../src/lib/ui/reach/sentences.ts';
import type { ReachFigure, ReachMeasureView } from '../../../../src/lib/ui/reach/types.ts';

function counted(
	period: string,
	value: number | null,
	change: Partial<Footing & ReachFigure> & Pick<Partial<CountedFigure>, 'breaks'> = {}
): CountedFigure {
	const {
		breaks = [],
		basis = 'Line',
		unit = 'people',
		qualifier = '',
		table = 'years',
		status = ''
	} = change;
	return {
		footing: { period, table, unit, basis, qualifier },
		figure: {
			...{ period, periodLabel: period, value, status, qualifier, unit, basis, scope: 'The line' },
			...{ sources: [], confidence: change.confidence ?? 'B', notes: [] }
		},
		breaks
	};
}

const measure = (figures: CountedFigure[], more: Partial<ReachMeasureView> = {}): ReachMeasureView => ({
	label: 'People in touch',
	figures: figuresWithChanges(figures),
	missing: [],
	...more
});
const told = (figures: CountedFigure[], more: Partial<ReachMeasureView> = {}) =>
	measureSentences(measure(figures, more), 'en-US');

describe('the sentences of a measure', () => {
	it('give figure, unit, basis and letter, then the change with its limits', () => {
		expect(told([counted('2016', 100), counted('2017', 150)])).toEqual([
			'In 2017: 150 people (Line; confidence B).',
			'That is 50% more than in 2016 (100); 95% limits 16% to 95%, random variation only.'
		]);
		expect(told([counted('2017', 100), counted('2016', 150)])[1]).toBe(
			'That is 33% less than in 2016 (150); 95% limits 14% to 49%, random variation only.'
		);
	});

	it('call no change a rise that random variation can explain', () => {
		expect(told([counted('2016', 1000), counted('2017', 1050)])[1]).toBe(
			'That is 5% more than in 2016 (1,000), no more than random variation can explain: 95% limits from 4% less to 15% more.'
		);
		expect(told([counted('2016', 1050), counted('2017', 1000)])[1]).toMatch(
			/^That is 5% less .* no more than/
		);
		expect(told([counted('2016', 50), counted('2017', 50)])[1]).toMatch(
			/^That is the same as in 2016 \(50\)/
		);
	});

	it('give both figures of two bases, and no percentage', () => {
		const sentences = told([counted('2016', 2042, { basis: 'Both lines' }), counted('2017', 2374)]);
		expect(sentences[1]).toBe(
			'The figure rose from 2,042 in 2016 to 2,374 in 2017, counted on two bases (Both lines; Line): not comparable.'
		);
		expect(sentences.join(' ')).not.toContain('%');
	});

	it('name the break between two figures, and tell what it is once', () => {
		const breaks = [
			{
				...{ id: 'rule', from: '2017', kind: 'definition' as const, affects: {}, comparableAcross: false },
				...{ label: 'New rule', text: 'Counted otherwise.' }
			}
		];
		const figures = [counted('2016', 300), counted('2017', 200, { breaks })];
		expect(told(figures)[1]).toBe(
			'The figure fell from 300 in 2016 to 200 in 2017, with a break between them (“New rule”): not comparable.'
		);
		expect(breakReasons([measure(figures), measure(figures)])).toEqual(['Counted otherwise.']);
	});

	it('still tell of the last barred step when the newest figure may be compared', () => {
		const figures = [
			counted('2015', 100, { basis: 'Both lines' }),
			counted('2016', 200),
			counted('2017', 300)
		];
		expect(told(figures).slice(1).join(' ')).toMatch(
			/^That is 50% more .* rose from 100 in 2015 to 200 in 2016/
		);
	});

	it('make no claim of a rise about "more than" and other kinds of period', () => {
		expect(told([counted('2016', 300), counted('2017', 900, { qualifier: 'more_than' })])[1]).toBe(
			'Published are 300 in 2016 and more than 900 in 2017, not both exact: not comparable.'
		);
		expect(told([counted('2016', 300), counted('2017-10/2018-09', 900)])[1]).toContain('two kinds of period');
	});

	it('give small counts themselves, and nothing about a hidden one', () => {
		expect(told([counted('2016', 10), counted('2017', 30)])[1]).toBe(
			'It was 10 in 2016: too few for a percentage.'
		);
		expect(told([counted('2016', 0), counted('2017', 30)])[1]).toContain('It was 0 in 2016');
		const hidden = told([counted('2016', 300), counted('2017', null, { status: '[c]' })]);
		expect(hidden[0]).toContain('no number: withheld for privacy');
		expect(hidden[1]).toBe('It is not compared with the figure in 2016: withheld for privacy.');
		expect(told([counted('2016', null, { status: '[c]' }), counted('2017', 40)])[1]).toContain('withheld');
	});

	it('name the years without a figure and the published total', () => {
		const total: ReachFigure = {
			...counted('2024-12-31', 5000, { qualifier: 'nearly' }).figure,
			change: { kind: 'first' }
		};
		expect(told([counted('2016', 100)], { missing: [2017, 2018, 2019, 2021], total }).slice(1)).toEqual([
			'These data have no figure for 2017–2019 and 2021.',
			'Since the start, by December 31, 2024: nearly 5,000 people (confidence B).'
		]);
		expect(told([counted('2016-10/2017-09', 100)])[1]).toBe('These data have no figure for another period.');
		expect(told([counted('2016-10/2017-09', 100)], { missing: [2018] })[1]).toContain(
			'These data have no figure by calendar year for 2018.'
		);
	});
});

describe('places', () => {
	const year = (name: string, reached: number, published: number) => ({
		...{ year: name, reached, published, sources: [], confidence: 'D' }
	});
	const places = (years: ReturnType<typeof year>[]) =>
		measureSentences(
			{ label: 'Places', figures: [], missing: [], places: { one: 'Port', many: 'Ports', all: 3, years } },
			'en-US'
		);

	it('are counted only where each has a figure', () => {
		expect(places([year('2012', 3, 3), year('2013', 3, 3), year('2014', 2, 3), year('2016', 2, 2)])).toEqual([
			'2012 to 2013: 3 of 3 in each year.',
			'2014: 2 of 3.',
			'For 2016 there are figures for only 2 of 3, so how many were reached is not known.',
			'A place without a figure is unknown, not zero: small counts can be hidden.'
		]);
	});

	it('are not counted in the years that have some', () => {
		const sentences = places([year('2012', 1, 1), year('2013', 2, 2)]);
		expect(sentences[0]).toBe(
			'For 2012 and 2013 there are figures for only some (1 to 2 of 3), so how many were reached is not known.'
		);
		expect(sentences).toHaveLength(2);
	});
});

describe('cells of the table', () => {
	const cell = (figures: CountedFigure[]) =>
		changeCell(figuresWithChanges(figures).at(-1)?.change ?? { kind: 'first' }, 'en-US');

	it('give the change with limits and its base, or the mark and the reason', () => {
		expect(cell([counted('2016', 100), counted('2017', 150)])).toBe('+50% (+16% to +95%) since 2016');
		expect(cell([counted('2016', 1050), counted('2017', 1000)])).toBe('−5% (−13% to +4%) since 2016');
		expect(cell([counted('2016', 10), counted('2017', 30)])).toBe('10 in 2016');
		expect(cell([counted('2016', 30, { status: '[c]' }), counted('2017', 30)])).toBe('[c] since 2016');
		expect(cell([counted('2016', 30, { basis: 'x' }), counted('2017', 30)])).toContain(
			'other basis than 2016'
		);
		expect(cell([counted('2017', 30)])).toBe('first figure');
	});
});
