import { expect, it } from 'vitest';
import { deriveAnswer } from '../../../../src/lib/charts/derived/derive.ts';
import { chartImageSvg } from '../../../../src/lib/outputs/image/browser.ts';
import { tableBundle } from '../../../../src/lib/server/explore.ts';
import { explore } from '../../../../src/lib/ui/explore/explore.ts';
import { queryOf } from '../../../../src/lib/ui/explore/query.ts';
import { derivationOf } from '../../../../src/lib/ui/explore/spec.ts';
import { answerFrom, timeName } from '../../../../src/lib/ui/explore/table.ts';
import { tableOf, viewOf } from '../../../../src/lib/ui/explore/view.ts';

it('a picture of a built chart has its title, its limits, its sources and the permanent link', async () => {
	const bundle = await tableBundle('national_by_year');
	const table = tableOf(bundle);
	const { question } = explore({ values: {}, measure: 'cases', show: 'index', base: '2015' }, table);
	const counts = answerFrom(table, queryOf(table, question));
	const derivation = derivationOf(question);
	if (counts.refused || !derivation) throw new Error('There is no index.');
	const answer = deriveAnswer(counts, timeName(table), derivation);
	const svg = chartImageSvg(viewOf(bundle, table, question, answer), answer, {
		form: 'wide',
		address: 'https://example.org/explore?v=1&show=index&data=1.1.0'
	});
	const text = svg.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
	expect(text).toContain('Cases by year');
	expect(text).toContain('2015 = 100');
	expect(text).toContain('example.org/explore?v=1&amp;show=index&amp;data=1.1.0');
	expect(text).toMatch(/Source/);
});
