import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gallery } from '../../../src/lib/server/gallery.ts';
import { chartSpecs } from '../../../src/lib/server/charts.ts';
import { readTags, writeTags } from '../../../src/lib/ui/gallery/address.ts';
import { foldedWords, matchingCards, tagCounts } from '../../../src/lib/ui/gallery/search.ts';
import type { GalleryCard, TagGroup } from '../../../src/lib/ui/gallery/types.ts';

const { cards, groups } = await gallery();
const found = (query: string, tags: string[] = []) =>
	matchingCards(cards, groups, { query, tags }).map(({ id }) => id);
const allTags = groups.flatMap((group) => group.tags.map(({ id }) => id));
const words = fc.constantFrom(...new Set(cards.flatMap((card) => card.words.split(' '))), 'zzz', 'YEAR', 'é');

describe('what the gallery lists', () => {
	it('has every named chart once, under the page of its subject', async () => {
		const ids = (await chartSpecs()).map(({ id }) => id);
		expect(cards.map(({ id }) => id).sort()).toEqual([...ids].sort());
		expect(cards.find(({ id }) => id === 'cases-by-year')).toMatchObject({
			page: 'Trends',
			section: 'Cases',
			line: 'cases · 2012–2024'
		});
		expect(cards.every(({ page }) => page !== 'Overview')).toBe(true);
	});

	it('is found by what a filter of its chart offers', () => {
		expect(found('california')).toContain('state-calls-and-cases');
	});

	it('takes its tags from the figures', () => {
		const tagsOf = (id: string) => cards.find((card) => card.id === id)?.tags ?? [];
		expect(tagsOf('gender-of-victims')).toEqual(
			expect.arrayContaining([
				'topic-people',
				'form-bar',
				'form-panels',
				'counts-victims',
				'care-not-added',
				'from-u-s-national-human-trafficking-hotline'
			])
		);
		expect(tagsOf('cases-by-form')).toContain('form-stacked-bar');
		expect(tagsOf('cases-by-form')).not.toContain('care-not-added');
		expect(tagsOf('signals-by-year')).toContain('care-break');
		expect(allTags).not.toContain('care-withheld');
		expect(new Set(allTags).size).toBe(allTags.length);
		expect(cards.flatMap(({ tags }) => tags).every((tag) => allTags.includes(tag))).toBe(true);
	});

	it('sends no more than the cards need', () => {
		expect(JSON.stringify({ cards, groups }).length).toBeLessThan(60_000);
	});
});

describe('search', () => {
	it('folds case, accents and signs', () => {
		expect(foldedWords('Café, U.S. “Ärzte” 2016–2018')).toEqual(['cafe', 'u', 's', 'arzte', '2016', '2018']);
		expect(found('GENDER victíms')).toContain('gender-of-victims');
	});

	it('wants every word, each from the start of a word', () => {
		expect(found('gender')).toContain('gender-in-cases');
		expect(found('gender victims')).toContain('gender-of-victims');
		expect(found('ender')).toEqual([]);
		expect(found('gender zzz')).toEqual([]);
		expect(found('  ')).toHaveLength(cards.length);
	});

	it('finds a chart by its categories, units and table', () => {
		expect(found('latinx')).toContain('race-ethnicity-of-victims');
		expect(found('email')).toContain('channels-by-year');
		expect(found('philippines')).toEqual(['ctdc-countries', 'ctdc-citizenship']);
	});

	it('never finds more with one word more', () => {
		fc.assert(
			fc.property(fc.array(words, { maxLength: 3 }), words, fc.subarray(allTags), (some, more, tags) => {
				const before = found(some.join(' '), tags);
				const after = found([...some, more].join(' '), tags);
				expect(before).toEqual(expect.arrayContaining(after));
			})
		);
	});

	it('never finds more with a tag of one group more, nor less with another of a group', () => {
		fc.assert(
			fc.property(words, fc.subarray(allTags), fc.constantFrom(...allTags), (word, tags, tag) => {
				const group = groups.find((each) => each.tags.some(({ id }) => id === tag));
				const isFirst = !group?.tags.some(({ id }) => tags.includes(id));
				const [before, after] = [found(word, tags), found(word, [...tags, tag])];
				const [larger, smaller] = isFirst ? [before, after] : [after, before];
				expect(larger).toEqual(expect.arrayContaining(smaller));
			})
		);
	});

	it('counts for each tag what choosing it alone in its group gives', () => {
		fc.assert(
			fc.property(words, fc.subarray(allTags, { maxLength: 4 }), (word, tags) => {
				const counts = tagCounts(cards, groups, { query: word, tags });
				for (const group of groups) {
					const others = tags.filter((tag) => !group.tags.some(({ id }) => id === tag));
					for (const { id } of group.tags) expect(counts.get(id)).toBe(found(word, [...others, id]).length);
				}
			}),
			{ numRuns: 30 }
		);
	});
});

describe('the address of a choice', () => {
	it('is read as it was written', () => {
		fc.assert(
			fc.property(fc.subarray(allTags), (tags) => {
				expect(readTags(writeTags(tags), groups)).toEqual({ tags: [...tags].sort(), ignored: [] });
			})
		);
		expect(writeTags([])).toBe('');
	});

	it('leaves out tags that do not exist, and names them', () => {
		const tags: TagGroup[] = [{ id: 'a', label: 'A', tags: [{ id: 'a-b', label: 'B' }] }];
		expect(readTags('?q=x&tag=a-b,<b>,a-b&tag=c', tags)).toEqual({
			tags: ['a-b'],
			ignored: ['<b>', 'c']
		});
	});
});

describe('a list of other charts', () => {
	const card = (id: string, tags: string[]): GalleryCard => ({
		id,
		title: id,
		line: '',
		page: 'P',
		section: '',
		words: id,
		tags
	});

	it('keeps its order', () => {
		const list = [card('b', ['x-1']), card('a', ['x-2']), card('c', [])];
		const own: TagGroup[] = [
			{
				id: 'x',
				label: 'X',
				tags: [
					{ id: 'x-1', label: '1' },
					{ id: 'x-2', label: '2' }
				]
			}
		];
		const ids = (tags: string[]) => matchingCards(list, own, { query: '', tags }).map(({ id }) => id);
		expect(ids([])).toEqual(['b', 'a', 'c']);
		expect(ids(['x-2', 'x-1'])).toEqual(['b', 'a']);
	});
});
