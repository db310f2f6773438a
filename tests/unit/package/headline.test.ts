import { describe, expect, it } from 'vitest';
import { readPackage } from '../../../src/lib/package/index.ts';
import { description, filesOf, SOUND } from './sample.ts';

const HEADER = 'year,measure,unit,value,status,source_id';

async function faultsOf(where: Record<string, string>, ...rows: string[]) {
	const changed = description();
	changed.headline![0]!.yearly!.where = where;
	const national = [HEADER, '2016,cases,cases,100,,A', ...rows, ''].join('\n');
	const { faults } = await readPackage(filesOf({ ...SOUND, 'national.csv': national }, changed));
	return faults;
}

describe('a headline figure', () => {
	it('has one measure and unit in each period', async () => {
		expect(await faultsOf({ measure: 'cases' })).toEqual([]);
		expect(await faultsOf({ measure: 'cases' }, '2017,cases,people,5,,A')).toEqual([]);
	});

	it('may not leave two units in a period, and the fault names the column to pin', async () => {
		const faults = await faultsOf({ measure: 'cases' }, '2016,cases,people,100,,A');
		expect(faults).toMatchObject([{ file: 'datapackage.json', column: 'headline[0].yearly.where' }]);
		expect(faults[0]?.row).toBeGreaterThan(1);
		expect(faults[0]?.rule).toBe('2016 has several values of unit (cases or people)');
		expect(faults[0]?.mend).toContain('add unit');
		expect(await faultsOf({ measure: 'cases', unit: 'cases' }, '2016,cases,people,100,,A')).toEqual([]);
	});

	it('may not leave two measures in a period', async () => {
		const [fault] = await faultsOf({ unit: 'cases' }, '2016,calls,cases,7,,A');
		expect(fault?.rule).toContain('several values of measure');
	});

	it('has a row', async () => {
		expect((await faultsOf({ measure: 'calls' })).map(({ rule }) => rule)).toEqual([
			'no row of national fits'
		]);
	});
});
