import { expect, it } from 'vitest';
import { dial } from '../../../src/lib/ui/help/dial.ts';

it('a number is dialled, and what is more than a number is not', () => {
	expect(dial('tel', '+1 (888) 373-7888')).toBe('tel:+18883737888');
	expect(dial('tel', '+44 (0)20 7946 0018')).toBe('tel:+442079460018');
	expect(dial('tel', '(020) 7946 0018')).toBe('tel:02079460018');
	expect(dial('sms', '233.733')).toBe('sms:233733');
	for (const words of ['555-5 ext 3', '1-800-HELP', '555#3', '', '+ -'])
		expect(dial('tel', words)).toBe(undefined);
});
