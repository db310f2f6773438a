import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import SettingsForm from '../../../src/lib/embed/use/SettingsForm.svelte';
import { UseSettings } from '../../../src/lib/embed/use/settings.svelte.ts';

/** The tags of the choice between live and frozen, and its words. */
function standing(unfrozen?: string): { tags: string[]; words: string } {
	const props = {
		settings: new UseSettings(),
		parts: { periods: [], series: [] },
		version: '1.2.0',
		unfrozen,
		ready: true
	};
	const { body } = render(SettingsForm, { props });
	const tags = [...body.matchAll(/<input[^>]*type="radio"[^>]*>/g)].map(([tag]) => tag);
	return { tags, words: body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
}

describe('the choice between live and frozen', () => {
	it('is free where the version is kept', () => {
		const { tags, words } = standing();
		expect(tags).toHaveLength(2);
		expect(tags.join()).not.toContain('disabled');
		expect(words).toContain('Frozen at version 1.2.0: its numbers stay as they are');
	});

	it('is live alone where a reason stands against it, and says the reason in place of the promise', () => {
		const { tags, words } = standing('not offered, because we moved.');
		expect(tags.map((tag) => /\sdisabled/.test(tag))).toEqual([false, true]);
		expect(words).toContain('Frozen at version 1.2.0: not offered, because we moved.');
		expect(words).not.toContain('stay as they are');
	});
});
