import { describe, expect, it } from 'vitest';
import { lookAtFiles, questionsOf } from '../../../../src/lib/package/start/index.ts';
import { SETTING } from './start.ts';

/** What is taken for each dimension of a sheet, by its name. */
function taken(...lines: string[]): Record<string, string> {
	const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
	const questions = questionsOf(lookAtFiles([{ name: 'sheet.csv', bytes }]), {}, SETTING);
	const asked = questions.flatMap(({ id, fallback }) => {
		const [, name] = /^sheet\.additivity\.(.*)$/.exec(id) ?? [];
		return name === undefined ? [] : [[name, fallback] as const];
	});
	return Object.fromEntries(asked);
}

describe('parts that give the totals of the file', () => {
	it('are taken to add up over the columns whose total it is, never over years', () => {
		expect(taken('Region,2021,2022', 'North,100,120', 'South,50,60', 'Total,150,180')).toEqual({
			year: 'none',
			region: 'additive'
		});
		const two = ['Region,Kind,2021', 'North,Calls,100', 'North,Texts,20', 'South,Calls,50'];
		expect(taken(...two, 'Total,,170')).toEqual({ year: 'none', region: 'additive', kind: 'additive' });
	});

	it('and not where only some of its totals are what they give', () => {
		const rows = ['North,Calls,100', 'North,Texts,20', 'South,Calls,50', 'South,Texts,60'];
		const totals = ['Total,Calls,150', 'Total,Texts,80'];
		const sheet = (grand: string) => taken('Region,Kind,2021', ...rows, ...totals, `Total,Total,${grand}`);
		expect(sheet('230')).toMatchObject({ region: 'additive', kind: 'additive' });
		expect(sheet('999')).toMatchObject({ region: 'none', kind: 'none' });
	});

	it.each([
		['one total differs', ['North,100,120', 'South,50,60', 'Total,150,181']],
		['there is no total', ['North,100,120', 'South,50,60']],
		['a figure is withheld everywhere', ['North,<5,<5', 'South,50,60', 'Total,54,64']],
		['a single part is no sum', ['North,100,120', 'Total,100,120']]
	])('and not where %s', (_, rows) => {
		expect(taken('Region,2021,2022', ...rows)).toEqual({ year: 'none', region: 'none' });
	});

	it('and still where a figure is withheld in one year alone', () => {
		expect(taken('Region,2021,2022', 'North,<5,120', 'South,50,60', 'Total,54,180').region).toBe('additive');
	});
});
