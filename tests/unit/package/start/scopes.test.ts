import { describe, expect, it } from 'vitest';
import type { Resource } from '../../../../src/lib/package/index.ts';
import { started, textOf } from './start.ts';

const women = 'Year,North,South,East\n2021,59,36,107\n2022,27,49,58\n2023,44,31,61\n';
const men = 'Year,North,South,East\n2021,62,83,12\n2022,15,18,60\n2023,19,28,54\n';

async function scopes(files: Record<string, string>) {
	const { proposal, faults } = await started(files);
	expect(faults).toEqual([]);
	const { resources } = JSON.parse(textOf(proposal, 'datapackage.json')) as { resources: Resource[] };
	return { apart: proposal.apart, scopes: resources.map(({ scope }) => scope) };
}

describe('tables that give other figures for the same things', () => {
	it('are told apart by their titles', async () => {
		expect(await scopes({ 'women.csv': women, 'men.csv': men })).toEqual({
			apart: ['Women', 'Men'],
			scopes: ['Women', 'Men', undefined]
		});
	});

	it('also where one is a total of some columns, and another stands beside them', async () => {
		const channels =
			'Year,Phone,Chat,Email,Letter,Written\n2021,310,143,60,22,225\n2022,402,160,71,31,262\n2023,377,171,66,18,255\n';
		const { apart } = await scopes({ 'channels.csv': channels });
		expect(apart).toEqual(['Channels: Chat, Email, Letter', 'Channels: Phone']);
	});

	it('but not where only some figures differ, or they count other groups', async () => {
		const off = women.replace('36', '37');
		expect((await scopes({ 'women.csv': women, 'regions.csv': off })).apart).toEqual([]);
		const ages = 'Year,Minors,Adults\n2021,62,83\n2022,15,18\n2023,19,28\n';
		expect((await scopes({ 'women.csv': women, 'ages.csv': ages })).apart).toEqual([]);
	});

	it('and by their names where titles are alike', async () => {
		const title = (text: string) => `Cases by region\n\n${text}`;
		expect((await scopes({ 'women.csv': title(women), 'men.csv': title(men) })).scopes).toEqual([
			'Cases by region (women)',
			'Cases by region (men)',
			undefined
		]);
	});
});
