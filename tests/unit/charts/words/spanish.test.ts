import { describe, expect, it } from 'vitest';
import { says } from '../../../../src/lib/charts/words/says.ts';
import { lowerFirst, upperFirst } from '../../../../src/lib/charts/words/values.ts';
import { m } from '../../../../src/lib/words/index.ts';

describe('rules of writing', () => {
	it('know letters with accents; names of several capitals stay', () => {
		expect(['Número de casos', 'Último año', 'Cases'].map(lowerFirst)).toEqual([
			'número de casos',
			'último año',
			'cases'
		]);
		expect(['EE. UU.', 'Nueva York', 'BeFree'].map(lowerFirst)).toEqual(['EE. UU.', 'Nueva York', 'BeFree']);
		expect(upperFirst('único')).toBe('Único');
	});

	it('find what a text says already by the stems of its language', () => {
		const said = (text: string, locale: 'en' | 'es') => says(text, m.charts_stems_add({}, { locale }));
		expect(said('Years are not added together.', 'en')).toBe(true);
		expect(said('Los años no se suman.', 'es')).toBe(true);
		expect(said('No deben añadirse.', 'es')).toBe(true);
		expect(said('Un resumen de los casos.', 'es')).toBe(false);
		const drivers = m.charts_stems_drivers({}, { locale: 'es' });
		expect(says('Las campañas cambian cuántas personas llaman.', drivers)).toBe(true);
	});
});
