import { expect, it } from 'vitest';
import { ask, bytesOf, newSession } from './session.ts';

const SHEET = 'Region,2021,2022\nNorth,312,331\nSouth,143,159\nEast,219,208\n';
const GIVEN = {
	publisher: 'Valley Line',
	asOf: '2023-03-31',
	'cases.unit': 'cases',
	'cases.additivity.region': 'often',
	'old_sheet.unit': 'people'
};

async function read(answers: string) {
	const files = Object.entries({ 'cases.csv': SHEET, 'answers.json': answers });
	const all = files.map(([name, text]) => ({ name, bytes: bytesOf(text) }));
	return (await ask(newSession(), { task: 'read', files: all }, 'read')).read;
}

it('answers from last time are taken where they fit, but for the day, and the others are told', async () => {
	const { answers, answersRead, tables, unread, files } = await read(JSON.stringify(GIVEN));
	expect(answers).toEqual({ publisher: 'Valley Line', 'cases.unit': 'cases' });
	expect(answersRead?.[0]).toContain('taken again: 2');
	expect(answersRead?.[1]).toContain('cases.additivity.region, old_sheet.unit');
	expect([tables.length, unread, files.map(({ file }) => file)]).toEqual([1, [], ['cases.csv']]);
});

it.each(['', '[]', '{"publisher": 4}', '<html>'])(
	'a file of answers that holds none is told: %s',
	async (text) => {
		const { answers, answersRead, tables } = await read(text);
		expect([answers, tables.length]).toEqual([undefined, 1]);
		expect(answersRead).toHaveLength(1);
		expect(answersRead?.[0]).toContain('no answers that can be read');
	}
);
