import { describe, expect, it } from 'vitest';
import { answerOf, NONE, OPTIONS, type Choice } from '../../../../src/lib/ui/learn/model.ts';
import { answerSentences, groupWords } from '../../../../src/lib/ui/learn/modelWords.ts';

const all = (['adult', 'minor'] as const).flatMap((person) =>
	[...OPTIONS.action, NONE].flatMap((action) =>
		[...OPTIONS.means, NONE].flatMap((means) =>
			[...OPTIONS.purpose, NONE].map((purpose): Choice => ({ person, action, means, purpose }))
		)
	)
);

describe('action, means and purpose', () => {
	it('together are trafficking, whoever is exploited', () => {
		const whole = all.filter((each) => ![each.action, each.means, each.purpose].includes(NONE));
		expect(whole).toHaveLength(2 * 4 * 4 * 3);
		expect(new Set(whole.map((each) => answerOf(each).kind))).toEqual(new Set(['all']));
	});

	it('need no means for somebody under 18: in commercial sex always, else where the law has it so', () => {
		const found = all.filter(({ person, means }) => person === 'minor' && means === NONE);
		const kinds = found.map(({ action, purpose }, index) => [
			action,
			purpose,
			answerOf(found[index] ?? {}).kind
		]);
		for (const [action, purpose, kind] of kinds) {
			const expected =
				action === NONE || purpose === NONE ? 'lacks' : purpose === 'sex' ? 'child' : 'depends';
			expect(kind, `${action} ${purpose}`).toBe(expected);
		}
	});

	it('are not trafficking where one is missing, and say which', () => {
		for (const choice of all.filter(({ person }) => person === 'adult')) {
			const groups = (['action', 'means', 'purpose'] as const).filter((group) => choice[group] === NONE);
			expect(answerOf(choice)).toEqual({ kind: groups.length ? 'lacks' : 'all', missing: groups });
		}
	});

	it('wait until all is chosen', () => {
		expect(answerOf({}).kind).toBe('open');
		expect(answerOf({ person: 'adult', action: 'recruit', means: 'force' }).kind).toBe('open');
		expect(answerOf({ action: 'recruit', means: 'force', purpose: 'sex' }).kind).toBe('open');
	});

	it('have words for every option and answer, and name what is missing', () => {
		for (const group of ['action', 'means', 'purpose'] as const) {
			expect(Object.keys(groupWords(group).options)).toEqual([...OPTIONS[group]]);
		}
		const texts = new Set(all.map((choice) => answerSentences(choice).join(' ')));
		// All, child, depends; what lacks for an adult (7 ways) and a minor (6); the ways without means (3) are told alike.
		expect(texts.size).toBe(3 + 7 + 6 - 3);
		for (const text of texts) expect(text).not.toMatch(/undefined|\{/);
	});
});
