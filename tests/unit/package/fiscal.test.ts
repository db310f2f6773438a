import { describe, expect, it } from 'vitest';
import {
	fiscalMonths,
	fiscalName,
	fiscalStart,
	isOneYear,
	monthsBefore
} from '../../../src/lib/package/fiscal.ts';
import { cellReader } from '../../../src/lib/package/table/cell.ts';

describe('a fiscal year', () => {
	it('is named by the years in which it begins and ends', () => {
		expect(['2021/22', '1999/00', '2021/23', '2021/2022', '2021-22', '2021'].map(fiscalStart)).toEqual([
			2021,
			1999,
			...Array.from({ length: 4 }, () => undefined)
		]);
		expect([2021, 1999, 2008].map(fiscalName)).toEqual(['2021/22', '1999/00', '2008/09']);
		expect(['2021', '2021/22', '2021-10/2022-09'].map(isOneYear)).toEqual([true, true, false]);
	});

	it('has twelve months, from the one in which it begins', () => {
		expect(fiscalMonths('2021/22', 7)).toEqual(['2021-07', '2022-06']);
		expect(fiscalMonths('2021/22', 1)).toEqual(['2021-01', '2021-12']);
		expect(fiscalMonths('2021/22', 12)).toEqual(['2021-12', '2022-11']);
		expect(fiscalMonths('2021', 7)).toBeUndefined();
		expect(monthsBefore('2021-07', 6)).toBe('2021-01');
		expect(monthsBefore('2021', 3)).toBe('2020-10');
		expect(monthsBefore('2021-02-15', 3)).toBe('2020-11-15');
	});

	it('stands in a cell in that form alone, and a fault says how', () => {
		const field = { name: 'y', type: 'string', role: 'time', yearStarts: 7 } as const;
		const read = cellReader(field, { fields: [field] }, true);
		expect(read('2021/22')).toEqual({ cell: '2021/22' });
		expect(read('2021').fault?.mend).toBe('write it as 2021/22');
		expect(read('2021/2022').fault?.mend).toBe('write it as 2021/22');
	});
});
