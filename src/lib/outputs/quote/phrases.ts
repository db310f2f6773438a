import { categoryOf, measuresOf, timeField, valueLabel, type ChartContext } from '../../charts/context.ts';
import { basisWords, pinnedWords, saidIn } from '../../charts/words/deck.ts';
import { titleWords } from '../../charts/words/title.ts';
import {
	inWords,
	limitsWords,
	lowerFirst,
	numberWords,
	qualifierWords,
	rowStatusWords,
	shareWords,
	unitWords
} from '../../charts/words/values.ts';
import type { CubeRow } from '../../cube/types.ts';
import { fieldByName, fieldByRole } from '../../package/labels.ts';
import { formatList, formatNumber, formatShare } from '../../words/numbers.ts';
import { m } from '../../words/index.ts';
import type { QuotedFigures } from './figures.ts';

/** Who counted, as it stands inside a sentence: `the Harbour Line`, `ABC (worldwide)`. */
export function who(context: ChartContext): string {
	const scope = inWords(context, context.resource.scope ?? context.view.package.scope);
	const [name = scope, ...rest] = scope.split(/,\s+/);
	const article = articleOf(name);
	const whole = article ? m.press_with_article({ article, name }) : name;
	return rest.length ? `${whole}${m.press_details({ details: rest.join(', ') })}` : whole;
}

/** The article that a name needs: that of its first word which takes one; `''` where it has one or needs none. */
function articleOf(name: string): string {
	const words = name.toLowerCase().split(/[^\p{L}]+/u);
	if (
		m
			.press_articles()
			.split(' ')
			.includes(words[0] ?? '')
	)
		return '';
	const articles = m
		.press_article_words()
		.split(/;\s*/)
		.flatMap((group) => {
			const [article = '', nouns = ''] = group.split(/:\s*/);
			return nouns.split(' ').map((noun): [string, string] => [noun, article]);
		});
	const byNoun = new Map(articles);
	return words.map((word) => byNoun.get(word)).find((article) => article !== undefined) ?? '';
}

/** The figures of a quote with all that tells what they count: `9,709 victims noted as “Adult” (…)`. */
export function whatWords(context: ChartContext, figures: QuotedFigures): string {
	const [row, ...others] = figures.rows;
	if (!row) return '';
	const place = placeWords(context);
	const where = place ? m.press_for_place({ place }) : '';
	if (!others.length) {
		const { words, notes } = counted(context, row);
		const groups = groupWords(context, row);
		const noted = groups.noted ? m.press_noted_as({ group: groups.noted }) : '';
		const at = groups.place ? m.press_for_place({ place: m.press_named({ name: groups.place }) }) : '';
		const share = row.total ? shareOfAll(context, row) : shareWords(context, row);
		const claims = { all: m.press_largest(), known: m.press_largest_known(), none: '' };
		return [
			figure(context, row, words),
			noted,
			at,
			where,
			details([...notes, ...commonDetails(context, figures)]),
			share ? m.press_share({ share }) : '',
			share ? '' : claims[figures.claim]
		].join('');
	}
	const severalBases = basesOf(context, figures.rows).length > 1;
	const items = figures.rows.map((row) => {
		const { words, notes } = counted(context, row);
		const bases = severalBases ? basesOf(context, [row]).map(lowerStart) : [];
		const { noted, place: own } = groupWords(context, row);
		const parts = [
			noted ? m.press_noted_as({ group: noted }) : '',
			own ? m.press_for_place({ place: m.press_named({ name: own }) }) : ''
		];
		return `${figure(context, row, words)}${parts.join('')}${details([...notes, ...bases])}`;
	});
	return [formatList(items, context.locale), where, details(commonDetails(context, figures))].join('');
}

/** Part of the published total: `72% of all 10,359 cases`. */
function shareOfAll(context: ChartContext, row: CubeRow): string | null {
	if (row.share == null || !row.total) return shareWords(context, row);
	const total = m.press_figure({
		figure: formatNumber(row.total, context.locale),
		unit: unitWords(context, row)
	});
	return m.press_share_of_all({ share: formatShare(row.share, context.locale), total });
}

function details(words: string[]): string {
	const kept = words.map(flat).filter((each, index, all) => {
		const said = all.filter((other, at) => at !== index && (other.length > each.length || at < index));
		return each && !said.some((other) => other.toLowerCase().includes(each.toLowerCase()));
	});
	return kept.length ? m.press_details({ details: kept.join('; ') }) : '';
}

/** Words that stand in parentheses already, without parentheses of their own. */
function flat(words: string): string {
	return words.replace(/\s*\(([^)]*)\)/g, ', $1').trim();
}

/** What a row counts; what its label adds after a comma becomes a note. */
function counted(context: ChartContext, row: CubeRow): { words: string; notes: string[] } {
	const unit = unitWords(context, row);
	const field = fieldByRole(context.resource, 'measure')?.name;
	const [measure, ...others] = field ? measuresOf(context, [row]) : [];
	const status = rowStatusWords(row);
	const limits = limitsWords(row, context.locale);
	const qualifier = NUMBER_WORDS[row.qualifier] ? '' : qualifierWords(context, row.qualifier);
	const remarks = [limits && lowerFirst(m.rates_limits_row({ limits })), qualifier, status].filter(Boolean);
	if (!field || measure === undefined || others.length) return { words: unit, notes: remarks };
	const [name = '', ...added] = valueLabel(context, field, measure).split(/,\s+/);
	const own = lowerFirst(name);
	// A rate has its unit in its name: calls per 100,000 residents.
	if (row.rate && unit.startsWith(`${own.toLowerCase()} `))
		return { words: unit, notes: [...added, ...remarks] };
	const saysUnit = !unit || ` ${own.toLowerCase()} `.includes(` ${unit} `);
	return saysUnit
		? { words: own, notes: [...added, ...remarks] }
		: { words: unit, notes: [[own, ...added].join(', '), ...remarks] };
}

const NUMBER_WORDS: Record<string, ((words: { value: string }) => string) | undefined> = {
	exact: ({ value }) => value,
	more_than: m.charts_more_than,
	about: m.press_about,
	rounded: m.press_about,
	nearly: m.press_nearly
};

/** The number with its qualifier before it, then what is counted. */
function figure(context: ChartContext, row: CubeRow, unit: string): string {
	const value = numberWords(row, context.locale);
	const number = NUMBER_WORDS[row.qualifier]?.({ value }) ?? value;
	return unit ? m.press_figure({ figure: number, unit }) : number;
}

/** The group and the place that a row of the answer stands for; `''` for none and for a total. */
function groupWords(context: ChartContext, row: CubeRow): { noted: string; place: string } {
	const names = (role: 'category' | 'place') =>
		Object.entries(row.key)
			.filter(([field, value]) => {
				const isTotal = categoryOf(context, field, value)?.kind === 'total';
				return fieldByName(context.resource, field)?.role === role && !isTotal;
			})
			.map(([field, value]) => valueLabel(context, field, value))
			.map((name, index) => (index ? lowerFirst(name) : name))
			.join(', ');
	// The one place that was asked for stands in the sentence already.
	return { noted: names('category'), place: placeWords(context) ? '' : names('place') };
}

/** The one place that the question is about. */
function placeWords(context: ChartContext): string {
	const field = fieldByRole(context.resource, 'place')?.name;
	const asked = field ? context.answer.query.filters?.[field] : undefined;
	const place = field && asked?.length === 1 ? valueLabel(context, field, asked[0]) : '';
	return pinnedWords(context).includes(place) ? place : '';
}

/** What all figures share: the chart's subject where the figure does not name it, the choice, the basis. */
function commonDetails(context: ChartContext, { rows }: QuotedFigures): string[] {
	const hasMeasure = fieldByRole(context.resource, 'measure') !== undefined;
	const isDay = timeField(context)?.type === 'date';
	const grouped = rows.some((row) => Object.values(groupWords(context, row)).some(Boolean));
	const subject = !hasMeasure || isDay || grouped ? [lowerFirst(titleWords(context))] : [];
	const place = placeWords(context);
	const choices = pinnedWords(context).filter((words) => words !== place);
	const bases = basesOf(context, rows);
	const basis = bases.length > 1 ? '' : (bases[0] ?? basisWords(context));
	// A chart's own basis that its title says already; one word such as the line's name stays.
	const said = /\s/.test(basis) && subject.some((title) => saidIn(title, basis));
	return [...subject, ...choices.map(lowerFirst), said ? '' : lowerStart(basis)].filter(Boolean);
}

/** The bases on which rows stand that keep it, in words. */
function basesOf(context: ChartContext, rows: CubeRow[]): string[] {
	const field = fieldByRole(context.resource, 'basis')?.name;
	if (!field) return [];
	return [...new Set(rows.flatMap((row) => row.key[field] ?? []))].map((value) =>
		valueLabel(context, field, value)
	);
}

/** The start of a sentence as it reads after other words; a name in capitals stays. */
export function lowerStart(text: string): string {
	return /^\p{Lu}(?=[\p{Ll} ])/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
