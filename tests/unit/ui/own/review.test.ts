import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { DecidedColumn } from '../../../../src/lib/ui/own/types.ts';
import { withCommas } from '../../../../src/lib/ui/own/decide.ts';
import SmallCounts from '../../../../src/lib/ui/own/SmallCounts.svelte';
import { namesWords } from '../../../../src/lib/ui/own/words.ts';
import { lookAtText } from '../../package/own/read.ts';

const decided = (text: string): DecidedColumn[] =>
	lookAtText(text).columns.map((column) => ({ column, kept: true, type: column.type, role: column.role }));

describe('the review of an own file', () => {
	it('names five columns with small counts, and folds the rest', () => {
		const names = Array.from({ length: 500 }, (_, index) => `calls_${index}`);
		const columns = decided(`${names.join()}\n${names.map(() => '2').join()}\n`).map(
			(each): DecidedColumn => ({ ...each, role: 'value' })
		);
		const { body } = render(SmallCounts, { props: { columns, threshold: 10 } });
		const [shown = '', folded = ''] = body.split('<details');
		expect(shown.match(/<li/g)).toHaveLength(5);
		expect(folded).toContain('More columns with small counts: 495');
		expect(folded.match(/<li/g)).toHaveLength(495);
	});

	it('tells columns that seem to have decimal commas, until their type is chosen', () => {
		const columns = decided('a;x;n\nk;1,5;1\nl;2,5;2\n');
		expect(withCommas(columns).map(({ column }) => column.name)).toEqual(['x']);
		const chosen = columns.map((each): DecidedColumn => ({ ...each, type: 'decimal-comma' }));
		expect(withCommas(chosen)).toEqual([]);
		expect(namesWords(['a', 'b', 'c'], 2)).toBe('“a”, “b” and 1 more');
	});
});
