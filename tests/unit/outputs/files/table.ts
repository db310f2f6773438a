import fc from 'fast-check';
import type { FileColumn, FileTable } from '../../../../src/lib/outputs/files/types.ts';
import type { Cell } from '../../../../src/lib/package/types.ts';

const awkward = fc.stringMatching(/^[=+\-@\t\r\n#,;|<>&*_`~ "'a1[\]]{0,8}$/);

/** Texts as people write them, and such as some program would take for something else. */
export const text = fc.oneof(fc.string({ unit: 'grapheme' }), awkward);

const cells: Record<FileColumn['type'], fc.Arbitrary<Cell>> = {
	text: fc.oneof(text, fc.constant(null)),
	whole: fc.oneof(fc.maxSafeInteger(), fc.constantFrom(null, '[c]', '[x]')),
	decimal: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(null, '[c]'))
};

/** Any table that can be written. */
export const fileTable: fc.Arbitrary<FileTable> = fc
	.array(fc.constantFrom<FileColumn['type']>('text', 'whole', 'decimal'), { minLength: 1, maxLength: 4 })
	.chain((types) =>
		fc.record({
			title: text,
			name: fc.constant('table'),
			caveats: fc.array(text, { maxLength: 3 }),
			columns: fc
				.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 }), {
					minLength: types.length,
					maxLength: types.length
				})
				.map((names) => names.map((name, at) => ({ name, type: types[at] ?? 'text' }))),
			rows: fc.array(fc.tuple(...types.map((type) => cells[type])), { maxLength: 6 })
		})
	);

/** A table with all that a chart's has. */
export const sample: FileTable = {
	title: 'Cases by year',
	name: 'cases',
	caveats: ['Limits: not people.', 'Source a_1: https://example.org/a_b?c=1|2.'],
	columns: [
		{ name: 'year', type: 'whole' },
		{ name: 'form', type: 'text' },
		{ name: 'value', type: 'whole' },
		{ name: 'rate_low', type: 'decimal' },
		{ name: 'status', type: 'text' }
	],
	rows: [
		[2016, 'a|b <i>', 7572, 1.5, ''],
		[2017, '=1+1', '[c]', null, '[c]']
	]
};
