import { describe, expect, it } from 'vitest';
import { comparePage } from '../../../../src/lib/server/places/compare.ts';
import { readPlaces, writePlaces } from '../../../../src/lib/ui/places/choice.ts';
import { PlaceComparison } from '../../../../src/lib/ui/places/compare.svelte.ts';
import { siteOf } from '../../server/places/fixture.ts';

const PLACES = ['AL', 'AK', 'AZ', 'AR', 'CA', 'CO'].map((code) => ({ code, name: code, slug: code }));

describe('places in an address', () => {
	it('are read in the order of their names, each once', () => {
		expect(readPlaces('?places=CA,AL,CA, AK', PLACES)).toEqual({ codes: ['AL', 'AK', 'CA'], notices: [] });
		expect(readPlaces('', PLACES)).toEqual({ codes: [], notices: [] });
		expect(readPlaces('?places=', PLACES)).toEqual({ codes: [], notices: [] });
	});

	it('are five at most, and more are named', () => {
		const { codes, notices } = readPlaces('?places=AL,AK,AZ,AR,CA,CO', PLACES);
		expect(codes).toEqual(['AL', 'AK', 'AZ', 'AR', 'CA']);
		expect(notices).toEqual(['Only the first 5 places of the address are shown.']);
	});

	it('are left out where they are unknown, without a stranger’s words', () => {
		const { codes, notices } = readPlaces('?places=AL,ZZ,al', PLACES);
		expect(codes).toEqual(['AL']);
		expect(notices.join()).toContain('ZZ');
		expect(notices).toHaveLength(2);
		const rude = readPlaces(`?places=${encodeURIComponent('Buy <b>this</b> now!')}`, PLACES);
		expect(rude.notices).toHaveLength(1);
		expect(rude.notices.join()).not.toMatch(/buy|this|<b>/i);
	});

	it('are written as they are read', () => {
		expect(writePlaces(['CA', 'AL'], PLACES)).toBe('?places=AL,CA');
		expect(writePlaces([], PLACES)).toBe('');
		expect(readPlaces(writePlaces(['CO', 'AK'], PLACES), PLACES).codes).toEqual(['AK', 'CO']);
	});
});

async function comparison() {
	const data = await comparePage(await siteOf());
	if (!data) throw new Error('There is nothing to compare.');
	const written: string[] = [];
	return { data, written, compared: new PlaceComparison(data, (search) => written.push(search)) };
}

describe('comparing places', () => {
	it('starts with the sample as it was built', async () => {
		const { data, compared, written } = await comparison();
		await compared.follow('');
		expect(compared.codes).toEqual(data.sample);
		expect(compared.shown).toEqual({});
		expect(written).toEqual([]);
	});

	it('answers a choice from the rows of the page, with rates and limits', async () => {
		const { compared, written } = await comparison();
		await compared.choose(['N', 'W']);
		expect(written).toEqual(['?places=N,W']);
		const rates = compared.shown['region-rate'];
		expect(rates?.answeredBy).toBe('memory');
		const found = rates?.answer.rows.map(({ key, value, status }) => [
			key['region'],
			key['year'],
			value,
			status
		]);
		expect(found).toEqual(
			expect.arrayContaining([
				['N', 2020, 20, ''],
				['W', 2020, null, '[c]']
			])
		);
		expect(rates?.answer.rows.find(({ key }) => key['region'] === 'W')?.rate).toMatchObject({
			low: null,
			high: null
		});
		const counts = compared.shown['region-counts']?.answer.rows.map(({ value }) => value);
		expect(counts).toEqual(expect.arrayContaining([30, 40, 12, 15, null]));
	});

	it('follows an address, and writes what of it was followed', async () => {
		const { compared, written } = await comparison();
		await compared.follow('?places=N,nobody');
		expect(compared.codes).toEqual(['N']);
		expect(compared.notices.join()).toContain('nobody');
		expect(written).toEqual(['?places=N']);
	});

	it('writes the newest choice alone, however the answers come', async () => {
		const { compared, written } = await comparison();
		await Promise.all([compared.choose(['N']), compared.choose(['N', 'E2'])]);
		expect(compared.codes).toEqual(['E2', 'N']);
		expect(written).toEqual(['?places=E2,N']);
	});

	it('returns to the sample', async () => {
		const { data, compared, written } = await comparison();
		await compared.choose(['N']);
		await compared.choose([]);
		expect(compared.codes).toEqual(data.sample);
		expect(compared.shown).toEqual({});
		expect(written.at(-1)).toBe('');
	});
});
