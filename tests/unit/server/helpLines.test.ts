import { expect, it } from 'vitest';
import { otherLanguages } from '../../../src/lib/server/helpLines.ts';

it('a text of a help line that is not translated says its language', () => {
	const line = { name: { en: 'Line', es: 'Línea' }, hours: { en: 'Always' }, for: 'Plain' };
	expect(otherLanguages(line, 'en', 'es-US')).toEqual({ hours: 'en', for: 'en' });
	expect(otherLanguages(line, 'en', 'en-GB')).toBe(undefined);
	expect(otherLanguages({ name: { fr: 'Ligne' } }, 'fr', 'es')).toEqual({ name: 'fr' });
});
