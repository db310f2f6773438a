import { describe, expect, it } from 'vitest';
import { stemmer, wordsOf } from '../../../../src/lib/ui/explore/searchWords.ts';
import spanish from '../../../../src/lib/words/messages/es/explore.json' with { type: 'json' };

describe('the words of a search', () => {
	it('lose their plural, their accents and the marks within numbers', () => {
		expect(wordsOf('Cases, countries, buses, business; VÍCTIMS per 100,000 (or 100.000)')).toEqual([
			'case',
			'country',
			'buse',
			'business',
			'victim',
			'per',
			'100000',
			'or',
			'100000'
		]);
	});

	it('lose the plural as the language forms it', () => {
		const stem = stemmer(spanish.explore_search_endings);
		const pairs =
			'casos caso, señales señal, menores menor, mujeres mujer, hombres hombre, regiones region'.split(', ');
		for (const pair of [
			...pairs,
			'canales canal',
			'paises pais',
			'nacionalidades nacionalidad',
			'detalles detalle',
			'veces vez',
			'meses mes'
		]) {
			const [many = '', one = ''] = pair.split(' ');
			expect([stem(many), stem(one)]).toEqual([one, one]);
		}
	});
});
