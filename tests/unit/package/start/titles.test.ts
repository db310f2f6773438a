import { describe, expect, it } from 'vitest';
import { started } from './start.ts';

/** The title and the unit that are proposed for a file. */
async function proposed(files: Record<string, string>): Promise<(string | undefined)[]> {
	const { findings, answers } = await started(files);
	const [table] = findings.tables;
	return [table?.title, answers[`${table?.name ?? ''}.unit`]];
}

const MONTHS = 'Month,Calls,Texts,Total\n2025-01,112,34,146\n2025-02,98,29,127\n';

describe('the title of a table', () => {
	it.each([
		['Riverside Helpline\nContacts by month and channel\n', 'Contacts by month and channel'],
		['Contacts by month\nRiverside Helpline\n', 'Contacts by month'],
		['Riverside Helpline\nGathered until March\n', 'Riverside Helpline'],
		['By channel:\nAll calls and texts of each month were counted.\n', 'By channel']
	])('is the line above it that says most of what is in it: %j', async (lines, title) => {
		const [found] = await proposed({ 'sheet.csv': `${lines}\n${MONTHS}` });
		expect(found).toBe(title);
	});
});

describe('what a table counts', () => {
	it.each([
		[
			'its total says',
			'Calls by day',
			'Month,Women,Men,Total cases\n2025-01,112,34,146\n2025-02,98,29,127\n',
			'cases'
		],
		[
			'all its groups say',
			'Calls by day',
			'Month,Female victims,Male victims,Total\n2025-01,12,34,46\n',
			'victims'
		],
		['its title says, where groups are told apart by such words', 'Contacts by month', MONTHS, 'contacts'],
		['nothing says', 'By month', MONTHS, 'records'],
		['one group alone says', 'By month', 'Month,Calls,Online,Total\n2025-01,112,34,146\n', 'calls']
	])('is what %s', async (_, title, table, unit) => {
		expect((await proposed({ 'sheet.csv': `${title}\n${table}` }))[1]).toBe(unit);
	});

	it('is else what all other tables count, measures among them', async () => {
		const ages = 'Age,2024,2025\nUnder 18,120,140\n18 and over,220,260\n';
		const cases = 'Region,2024,2025\nNorth cases,60,70\nSouth cases,70,82\n';
		const both = 'Year,Cases,People\n2024,340,400\n2025,400,460\n';
		expect((await proposed({ 'ages.csv': ages, 'cases.csv': cases }))[1]).toBe('cases');
		expect((await proposed({ 'ages.csv': ages, 'cases.csv': cases, 'both.csv': both }))[1]).toBe('records');
	});
});
