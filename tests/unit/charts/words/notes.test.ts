import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { chartNotes } from '../../../../src/lib/charts/words/notes.ts';
import { breakAt, contextOf, NOT_ADDITIVE, type Figure, type Fixture } from '../fixture.ts';

function notesOf(fixture: Fixture): string[] {
	const context = contextOf(fixture);
	return chartNotes(context, layoutChart(context)).map(
		({ kind, lead, text, minor }) =>
			`${minor ? '(minor) ' : ''}${kind}: ${[lead, text].filter(Boolean).join(' ')}`
	);
}

describe('notes', () => {
	it('say breaks in words, gaps, withheld figures and remarks, and end with the limits', () => {
		const figures: Figure[] = [
			[2018, 'all', 10, { note: 'copied from a report' }],
			[2019, 'all', null, { status: '[c]', note: 'copied from a report' }],
			[2021, 'all', 30]
		];
		const breaks = [breakAt('2019-03', { comparableAcross: true }), breakAt('2021')];
		expect(
			notesOf({ figures, breaks, spec: { notes: ['A note.'] }, superseded: [[2018, 'all', 11]] })
		).toEqual([
			'withheld: Withheld. 1 figure is withheld to protect privacy. It may be small, or it may be hidden to protect another figure. Withheld is not low.',
			'break: Break, 2021. Changed in 2021. Figures before and after must not be compared.',
			'gap: Gap. 2020: no figure in these data for what is shown here. A gap is not a zero.',
			'spec: A note.',
			'(minor) years: Years are not added up: a case can be in two years.',
			'(minor) break: March 2019. Changed in 2019-03.',
			'(minor) superseded: Hollow marks. These are figures that were published earlier, or by another route, and differ from the one in use.',
			'(minor) row: Copied from a report.',
			'limits: Limits. Counts reports, not events.'
		]);
	});

	it('give the reason of each dimension that must not be added, the breakdown before the years', () => {
		const figures: Figure[] = [
			[2018, 'red', 10],
			[2018, 'green', 10],
			[2019, 'red', 10]
		];
		const notes = notesOf({
			figures,
			additivity: NOT_ADDITIVE,
			spec: { mark: 'stacked-bar', series: ['kind'] },
			query: { dimensions: ['year', 'kind'] }
		});
		expect(notes).toContain(
			'non-cumulative: Non-cumulative. These groups must not be added up. One case can have two kinds.'
		);
		expect(notes).toContain(
			'partial: Not stacked. These parts must not be added, so each is drawn for itself.'
		);
		expect(notes).toContain('(minor) years: Years are not added up: a case can be in two years.');
	});

	it('say for an interval that its inside is not compared, once, and say no reason twice', () => {
		const figures: Figure[] = [
			[2018, 'all', 10],
			[2019, 'all', 20],
			[2020, 'all', 30]
		];
		const said = 'The years must not be compared.';
		const reason = 'A case has years, so they are not added together.';
		const notes = notesOf({
			figures,
			additivity: [{ dimension: 'year', additivity: 'none', reason }],
			breaks: [breakAt('2019', { to: '2020' }), breakAt('2020', { text: said })]
		});
		expect(notes).toContain(
			'break: Break, 2019. Changed in 2019. Figures inside this time must not be compared with those outside it.'
		);
		expect(notes).toContain(`break: Break, 2020. ${said}`);
		expect(notes).toContain(`(minor) years: ${reason}`);
	});

	it('say which years are left out only where the chart does not', () => {
		const figures: Figure[] = [
			[2018, 'all', 10],
			[2019, 'all', 20],
			[2020, 'all', 30]
		];
		const query = { filters: { year: [2018, 2020] } };
		expect(notesOf({ figures, query })).toContain('gap: 2019 is left out of this chart.');
		const own = notesOf({ figures, query, spec: { notes: ['One.', 'Two.', 'Three.'] } });
		expect(own.find((note) => note.includes('left out'))).toBeUndefined();
		expect(own).toContain('spec: Two.');
		expect(own).toContain('(minor) spec: Three.');
	});

	it('name two bases as two ways of counting', () => {
		const figures: Figure[] = [
			[2018, 'all', 10],
			[2018, 'all', 90, { basis: 'wide' }]
		];
		expect(
			notesOf({ figures, query: { dimensions: ['year', 'basis'], basis: ['narrow', 'wide'] } })
		).toContain(
			'(minor) bases: Each way of counting has a line of its own: “Narrow”, “Wide”. They must not be joined or added.'
		);
	});

	it('name the parts of a column that is no total', () => {
		const figures: Figure[] = [
			[2018, 'all', 100],
			[2018, 'red', 60],
			[2019, 'all', 100],
			[2019, 'red', 60],
			[2019, 'green', 40]
		];
		const query = { dimensions: ['year', 'kind'], filters: { kind: ['red', 'green'] }, shareOf: 'kind' };
		expect(notesOf({ figures, query, spec: { mark: 'stacked-bar', series: ['kind'] } })).toContain(
			'partial: Part only. 2018: only parts are published (Red), so the column is not a total.'
		);
		const more: Figure[] = [...figures, [2020, 'all', 90], [2020, 'red', 50]];
		expect(notesOf({ figures: more, query, spec: { mark: 'stacked-bar', series: ['kind'] } })).toContain(
			'partial: Part only. 2018 and 2020: only parts are published (Red), so these columns are not totals.'
		);
	});
});
