import { expect, it } from 'vitest';
import { rowsOf, started } from './start.ts';

const headers = async (files: Record<string, string>) => {
	const { proposal, faults } = await started(files);
	expect(faults).toEqual([]);
	return Object.keys(files).map((name) => rowsOf(proposal, name)[0]?.join());
};

it('columns of groups are named as the column that has these groups in another table', async () => {
	const places = 'Region,Year,Cases\nNorth,2022,52\nSouth,2022,88\nIslands,2022,41\n';
	const wide = 'Year,North,South,Islands\n2021,50,60,70\n2022,52,88,41\n';
	expect(await headers({ 'wide.csv': wide, 'places.csv': places })).toEqual([
		'year,region,value',
		'year,region,value'
	]);
});

it('else by a name of their own, for two tables may both count “Unknown”', async () => {
	const genders = 'Year,Women,Men,Unknown\n2021,52,47,13\n2022,88,31,22\n';
	const origins = 'Year,National,Foreign,Unknown\n2021,60,31,21\n2022,99,12,30\n';
	const again = 'Year,Women,Men,Unknown\n2023,52,47,13\n2024,88,31,22\n';
	expect(await headers({ 'genders.csv': genders, 'origins.csv': origins, 'again.csv': again })).toEqual([
		...['year,kind,value', 'year,kind_2,value', 'year,kind,value']
	]);
});

it('columns whose names say what is counted stay measures', async () => {
	expect(await headers({ 'sheet.csv': 'Year,Calls,Cases\n2021,520,47\n2022,880,31\n' })).toEqual([
		'year,measure,unit,value'
	]);
});
