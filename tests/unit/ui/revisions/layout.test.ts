import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { revisionsOf } from '../../../../src/lib/server/revisions.ts';
import type { Row } from '../../../../src/lib/package/types.ts';
import { layFigure, shareScale } from '../../../../src/lib/ui/revisions/layout.ts';
import { stretchOf } from '../../../../src/lib/ui/revisions/moments.ts';
import type { RevisedFigure } from '../../../../src/lib/ui/revisions/types.ts';
import { packageWith, tablesWith, version } from '../../package/versionsSample.ts';

function figureOf(...rows: Row[]): RevisedFigure {
	const figure = revisionsOf(packageWith(), tablesWith(rows))?.figures[0];
	if (!figure) throw new Error('There is no figure.');
	return figure;
}

const lay = (figure: RevisedFigure, scale = 0.1) => layFigure(figure, scale, (value) => String(value));

describe('stretchOf', () => {
	it('is as long as a date is vague', () => {
		expect(stretchOf('2020')).toEqual({ from: 2020, to: 2021 });
		expect(stretchOf('2020-07')).toEqual({ from: 2020.5, to: 2020.5 + 1 / 12 });
		expect(stretchOf('2020-07-01')?.from).toBe(2020.5);
		expect(stretchOf('2020-12-31')?.to).toBeLessThanOrEqual(2021);
		expect(stretchOf('')).toBeUndefined();
		expect(stretchOf('soon')).toBeUndefined();
	});
});

describe('shareScale', () => {
	it.each([
		[1000, 0.01],
		[1010, 0.01],
		[1011, 0.02],
		[1021, 0.05],
		[920, 0.1],
		[1500, 0.5],
		[3000, 2],
		[1000.5, 0.01]
	])('holds %i beside 1,000 with a round end of %d', (value, end) => {
		expect(shareScale([figureOf(version(1000, '2021', 'ok'), version(value, '2020', 'old'))])).toBe(end);
	});

	it('is the least one where nothing is compared', () => {
		expect(shareScale([])).toBe(0.01);
		expect(shareScale([figureOf(version(0, '2021', 'ok'), version(9, '2020', 'old'))])).toBe(0.01);
	});
});

describe('layFigure', () => {
	it('puts versions where they were published, higher figures higher, in true proportion', () => {
		const { lines, years } = lay(
			figureOf(
				version(100, '2021-12-31', 'ok'),
				version(110, '2020-01-01', 'old'),
				version(95, '2021', 'heard')
			)
		);
		const [line] = lines;
		const [first, vague, used] = line?.marks ?? [];
		expect(first?.x).toBeCloseTo(0, 2);
		expect(used?.x).toBeCloseTo(1, 2);
		expect(vague).toMatchObject({ x: 0.75, span: [0.5, 1] });
		expect(used).not.toHaveProperty('span');
		const zero = line?.zero ?? 0;
		expect(used?.y).toBe(zero);
		expect(zero - (first?.y ?? 0)).toBeCloseTo(34, 6);
		expect((vague?.y ?? 0) - zero).toBeCloseTo(17, 6);
		expect(line?.grid.map(({ share }) => share)).toEqual([0.1, -0.1]);
		expect(years).toEqual([
			{ x: 0.25, label: '2020' },
			{ x: 0.75, label: '2021' }
		]);
	});

	it('keeps undated versions in a column of their own', () => {
		const layout = lay(figureOf(version(100, '2021', 'ok'), version(105, null, 'odd')));
		expect(layout.undated).toBe(true);
		expect(layout.lines[0]?.marks.map(({ x }) => x)).toEqual([0.5, null]);
		expect(lay(figureOf(version(100, '2021', 'ok'))).undated).toBe(false);
		expect(lay(figureOf(version(100, null, 'odd'), version(101, null, 'heard'))).years).toEqual([]);
	});

	it('has no scale where nothing is compared, and a line for each basis', () => {
		const { lines } = lay(
			figureOf(version(100, '2021', 'ok'), version(300, '2021', 'else', { rule: 'wide' }))
		);
		expect(lines).toHaveLength(2);
		for (const line of lines) {
			expect(line.grid).toEqual([]);
			expect(line.marks[0]?.y).toBe(line.zero);
		}
	});

	it('sets marks of one day side by side', () => {
		const { lines } = lay(figureOf(version(100, '2021-05', 'ok'), version(100, '2021-05', 'heard')));
		expect(lines[0]?.marks.map(({ dx }) => dx)).toEqual([0, 11]);
	});

	it('draws no mark for a version without a number', () => {
		const { lines } = lay(
			figureOf(version(100, '2021', 'ok'), version(null, '2020', 'old', { status: '[x]' }))
		);
		expect(lines[0]?.marks).toHaveLength(1);
	});

	it('names at most four years', () => {
		const { years, bounds } = lay(figureOf(version(1, '2001', 'old'), version(1, '2019', 'ok')));
		expect(years.length).toBeLessThanOrEqual(4);
		expect(years[0]?.label).toBe('2001');
		expect(bounds).toHaveLength(20);
	});

	it('never lays a label on another or outside, whatever the versions', () => {
		const moment = fc.oneof(
			fc.constant(null),
			fc.integer({ min: 2014, max: 2017 }).map(String),
			fc
				.tuple(fc.integer({ min: 2014, max: 2017 }), fc.integer({ min: 1, max: 12 }))
				.map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`)
		);
		const rows = fc.array(
			fc.tuple(fc.integer({ min: 90, max: 110 }), moment, fc.constantFrom('old', 'heard', 'odd')),
			{ minLength: 1, maxLength: 7 }
		);
		fc.assert(
			fc.property(rows, (all) => {
				const figure = figureOf(
					version(100, '2016-06', 'ok'),
					...all.map(([value, issued, became]) => version(value, issued, became))
				);
				const [line] = lay(figure, 0.1).lines;
				const boxes = (line?.marks ?? []).map((mark) => {
					const middle = (mark.x === null ? 150 + 38 : mark.x * 150) + mark.dx;
					const wide = mark.label.text.length * 7;
					const { anchor } = mark.label;
					const left =
						anchor === 'start' ? middle - 6 : anchor === 'end' ? middle - wide + 6 : middle - wide / 2;
					return { left, right: left + wide, y: mark.label.y };
				});
				boxes.forEach((box, index) => {
					expect(box.y).toBeGreaterThanOrEqual(8);
					expect(box.y).toBeLessThanOrEqual((line?.height ?? 0) - 8);
					for (const other of boxes.slice(index + 1)) {
						const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
						expect(across > 0 && Math.abs(box.y - other.y) < 15).toBe(false);
					}
				});
			}),
			{ numRuns: 200 }
		);
	});
});
