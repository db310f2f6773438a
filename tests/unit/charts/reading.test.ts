import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../../src/lib/charts/layout/layoutChart.ts';
import { nearestDatum } from '../../../src/lib/charts/reading/nearest.ts';
import { step } from '../../../src/lib/charts/reading/step.ts';
import { contextOf, type Figure } from './fixture.ts';

const wide = (year: number, value: number): Figure => [year, 'all', value, { basis: 'wide' }];
const lines = layoutChart(
	contextOf({
		figures: [[2018, 'all', 10], [2019, 'all', 20], [2020, 'all', 30], wide(2019, 25), wide(2020, 15)],
		query: { dimensions: ['year', 'basis'], basis: ['narrow', 'wide'] }
	})
);
const bars = layoutChart(
	contextOf({
		figures: [
			[2020, 'red', 40],
			[2020, 'green', 20]
		],
		spec: { mark: 'bar', x: 'kind' },
		query: { dimensions: ['kind'], filters: { year: [2020] } }
	})
);
const at = (index: number | null) => {
	const row = index === null ? undefined : lines.data[index]?.row;
	return row && `${row.key['year']} ${row.key['basis']}`;
};
const move = (from: number | null, key: string) => step(lines.data, from, key, 'line');

describe('keys inside a line chart', () => {
	it('begin at the first figure, whatever the arrow', () => {
		expect(at(move(null, 'ArrowLeft'))).toBe('2018 narrow');
		expect(at(move(null, 'ArrowUp'))).toBe('2018 narrow');
	});

	it('move along a series and stop at its ends', () => {
		expect(at(move(0, 'ArrowRight'))).toBe('2019 narrow');
		expect(at(move(2, 'ArrowRight'))).toBe('2020 narrow');
		expect(at(move(0, 'ArrowLeft'))).toBe('2018 narrow');
	});

	it('move to the next higher or lower series of the same year, and stay where there is none', () => {
		expect(at(move(1, 'ArrowUp'))).toBe('2019 wide');
		expect(at(move(1, 'ArrowDown'))).toBe('2019 narrow');
		expect(at(move(2, 'ArrowDown'))).toBe('2020 wide');
		expect(at(move(0, 'ArrowUp'))).toBe('2018 narrow');
	});

	it('go to both ends, and leave other keys to the browser', () => {
		expect(at(move(1, 'Home'))).toBe('2018 narrow');
		expect(at(move(1, 'End'))).toBe('2020 wide');
		expect(move(1, 'a')).toBeNull();
		expect(move(1, 'Tab')).toBeNull();
		expect(step([], null, 'Home', 'line')).toBeNull();
	});
});

describe('keys inside a bar chart', () => {
	it('move down and up the rows', () => {
		expect(step(bars.data, 0, 'ArrowDown', 'bar')).toBe(1);
		expect(step(bars.data, 1, 'ArrowUp', 'bar')).toBe(0);
	});
});

describe('pointer', () => {
	const plots = [{ left: 50, top: 100, width: 300 }];
	const dot = lines.panels[0]?.dots[0];

	it('finds the figure under it or a little beside it, and none far away', () => {
		const on = { x: 50 + (dot?.x ?? 0) * 300, y: 100 + (dot?.y ?? 0) };
		expect(nearestDatum(lines, plots, on)).toBe(0);
		expect(nearestDatum(lines, plots, { x: on.x + 15, y: on.y - 15 })).toBe(0);
		expect(nearestDatum(lines, plots, { x: on.x, y: on.y - 100 })).toBeNull();
	});

	it('takes the whole row of a bar, also beside its end', () => {
		const y = (bars.data[1]?.box.y1 ?? 0) - 3;
		expect(nearestDatum(bars, plots, { x: 345, y: 100 + y })).toBe(1);
	});

	it('finds nothing while the plot is not on screen', () => {
		expect(nearestDatum(lines, [null], { x: 60, y: 200 })).toBeNull();
	});
});
