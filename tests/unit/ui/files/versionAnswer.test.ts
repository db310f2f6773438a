import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { CubeQuery } from '../../../../src/lib/cube/types.ts';
import { chartSpecs, chartView } from '../../../../src/lib/server/charts.ts';
import { answerOfVersion } from '../../../../src/lib/ui/files/versionAnswer.ts';

/** A site that keeps the releases of the data folder; files can be put in place of its own. */
function site(others: Record<string, string> = {}) {
	const asked: string[] = [];
	const fetchFile = async (address: string) => {
		asked.push(address);
		const name = address.slice(address.lastIndexOf('/') + 1);
		if (name in others) return new Response(others[name]);
		try {
			return new Response(await readFile(`data/releases${address}`));
		} catch {
			return new Response('', { status: 404 });
		}
	};
	return { asked, fetchFile };
}

const query: CubeQuery = {
	table: 'national_by_year',
	measure: ['cases'],
	dimensions: ['year'],
	basis: ['hotline'],
	unit: ['cases']
};

describe('a question to a kept version', () => {
	it('reads its descriptor and the tables that are needed, no other', async () => {
		const { asked, fetchFile } = site();
		const found = await answerOfVersion('/v1.0.0', query, fetchFile);
		expect(found.kind === 'answer' && found.answer.rows.find(({ key }) => key['year'] === 2016)?.value).toBe(
			7572
		);
		expect(asked).toEqual(['/v1.0.0/datapackage.json', '/v1.0.0/national_by_year.csv']);
	});

	it('is answered as here, with totals, residents and sums too', async () => {
		const { fetchFile } = site();
		const ids = ['cases-by-form', 'contact-rate-map', 'ctdc-records-by-year'];
		const specs = (await chartSpecs()).filter(({ id }) => ids.includes(id));
		expect(specs).toHaveLength(ids.length);
		for (const view of await Promise.all(specs.map(chartView))) {
			const found = await answerOfVersion('/v1.1.0', view.spec.query, fetchFile);
			expect(found.kind === 'answer' && found.answer.rows, view.spec.id).toEqual(view.answer.rows);
		}
	});

	it('finds that a version, or a table of it, is not kept', async () => {
		expect(await answerOfVersion('/v9.9.9', query, site().fetchFile)).toEqual({ kind: 'not-kept' });
		const { fetchFile } = site();
		const without = (address: string) =>
			address.endsWith('.csv') ? Promise.resolve(new Response('', { status: 404 })) : fetchFile(address);
		expect(await answerOfVersion('/v1.0.0', query, without)).toEqual({ kind: 'not-kept' });
	});

	it('is refused where that version cannot answer it', async () => {
		const found = await answerOfVersion('/v1.0.0', { ...query, table: 'nothing' }, site().fetchFile);
		expect(found).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/\w/) as string });
	});

	it.each([
		['a descriptor that is none', { 'datapackage.json': '<!doctype html>' }],
		['a table that is damaged', { 'national_by_year.csv': 'year,measure\n2016' }]
	])('rejects %s', async (_, others) => {
		await expect(answerOfVersion('/v1.0.0', query, site(others).fetchFile)).rejects.toThrow(/: /);
	});

	it('rejects what the server cannot give', async () => {
		const broken = () => Promise.resolve(new Response('', { status: 503 }));
		await expect(answerOfVersion('/v1.0.0', query, broken)).rejects.toThrow('503');
	});
});
