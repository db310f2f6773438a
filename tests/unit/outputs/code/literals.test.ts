import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comments, quotedText, rName, sqlText } from '../../../../src/lib/outputs/code/literals.ts';

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\\"'`\n\r\t#\0\u2028-]{0,8}$/));

describe('literals of programs', () => {
	it('say the text, for readers of C escapes', () => {
		fc.assert(
			fc.property(text, (each) => {
				expect(JSON.parse(quotedText(each))).toBe(each.replaceAll('\0', ''));
			})
		);
	});

	it('hold no bare line end', () => {
		fc.assert(
			fc.property(text, (each) => {
				expect(quotedText(each) + rName(each)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
			})
		);
	});

	it('close as SQL takes them', () => {
		fc.assert(
			fc.property(text, (each) => {
				expect(sqlText(each)).toMatch(/^'(?:[^']|'')*'$/);
			})
		);
	});

	it('keep every line of a comment one', () => {
		fc.assert(
			fc.property(fc.array(text, { maxLength: 3 }), (each) => {
				for (const line of comments('--', each).split('\n')) if (each.length) expect(line).toMatch(/^--/);
				expect(comments('#', each)).not.toMatch(/[\r\u2028\0]/);
			})
		);
	});

	it.each([
		['year', 'year'],
		['if', '`if`'],
		['a b', '`a b`'],
		['`; system("x")', '`\\`; system("x")`']
	])('%s is %s as a name in R', (name, written) => expect(rName(name)).toBe(written));
});
