import { describe, expect, it } from 'vitest';
import { answerOf, NONE, OPTIONS, PAID, type Choice } from '../../../../src/lib/ui/learn/model.ts';
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
		const whole = all.filter(
			({ action, means, purpose }) => action !== PAID && ![action, means, purpose].includes(NONE)
		);
		expect(whole).toHaveLength(2 * 4 * 4 * 3);
		expect(new Set(whole.map((each) => answerOf(each).kind))).toEqual(new Set(['all']));
	});

	it('need no means for somebody under 18: in commercial sex always, else where the law has it so', () => {
		const found = all.filter(
			({ person, action, means }) => person === 'minor' && means === NONE && action !== PAID
		);
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
		for (const choice of all.filter(({ person, action }) => person === 'adult' && action !== PAID)) {
			const groups = (['action', 'means', 'purpose'] as const).filter((group) => choice[group] === NONE);
			expect(answerOf(choice)).toEqual({ kind: groups.length ? 'lacks' : 'all', missing: groups });
		}
	});

	it('are told apart where only some laws count the action', () => {
		const paid = (person: 'adult' | 'minor', means: string, purpose: string) =>
			answerOf({ person, action: PAID, means, purpose });
		expect(paid('adult', 'force', 'sex')).toEqual({ kind: 'paid', missing: [] });
		expect(paid('minor', 'force', 'sex').kind).toBe('paid');
		expect(paid('minor', NONE, 'sex').kind).toBe('paid');
		expect(paid('adult', NONE, 'sex')).toEqual({ kind: 'lacks', missing: ['means'] });
		expect(paid('minor', 'force', 'labor')).toEqual({ kind: 'lacks', missing: ['action'] });
		expect(paid('minor', NONE, NONE)).toEqual({ kind: 'lacks', missing: ['action', 'means', 'purpose'] });
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
		// All, child, depends, paid; what lacks for an adult (7 ways) and a minor (6); the ways without means (3) are told alike.
		expect(texts.size).toBe(4 + 7 + 6 - 3);
		for (const text of texts) expect(text).not.toMatch(/undefined|\{/);
	});
});
