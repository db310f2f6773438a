import { chartContext, layoutChart, type ChartContext, type ChartLayout } from '../charts/index.ts';
import type { ChartPage, ChartView } from '../charts/types.ts';
import { periodWords } from '../charts/words/deck.ts';
import { breakdownsOf } from '../charts/words/notes.ts';
import { unitWords } from '../charts/words/values.ts';
import { breaksWithin, periodsOf } from '../charts/layout/time.ts';
import { fieldByName, labelOf, localized } from '../package/index.ts';
import { foldedWords } from '../ui/gallery/search.ts';
import type { GalleryCard, GalleryData, GalleryTag, TagGroup } from '../ui/gallery/types.ts';
import { CHART_PAGES, pageWords } from '../ui/pages.ts';
import { m } from '../words/index.ts';
import { chartSpecs, chartView } from './charts.ts';

type GroupId = 'topic' | 'form' | 'counts' | 'from' | 'care';

interface Listed {
	card: GalleryCard;
	tags: Record<GroupId, GalleryTag[]>;
	order: number;
}

/** Every named chart for the gallery, by page and section, with the tags that tell them apart. */
export async function gallery(): Promise<GalleryData> {
	const views = await Promise.all((await chartSpecs()).map(chartView));
	const listed = views.map(listChart).sort((a, b) => a.order - b.order);
	const groups = (['topic', 'form', 'counts', 'from', 'care'] as const)
		.map((id) => tagGroup(id, listed))
		.filter((group) => group.tags.length > 0);
	const kept = new Set(groups.flatMap((group) => group.tags.map(({ id }) => id)));
	const cards = listed.map(({ card }) => ({ ...card, tags: card.tags.filter((tag) => kept.has(tag)) }));
	return { cards, groups };
}

/** A chart stands under the page of its subject; the overview is a selection from all of them. */
function homePage(pages: ChartPage[]): ChartPage {
	return pages.map(shownAs).find((page) => page !== 'overview') ?? 'overview';
}

function listChart(view: ChartView): Listed {
	const context = chartContext(view);
	const layout = layoutChart(context);
	const { spec } = view;
	const page = homePage(spec.pages);
	const units = unitsOf(context);
	const tags = {
		topic: topicTags(view),
		form: formTags(layout),
		counts: units.map((label) => tag('counts', label)),
		from: [tag('from', localized(view.resource.scope ?? view.package.scope))],
		care: careTags(context)
	};
	return {
		order: CHART_PAGES.indexOf(page),
		tags,
		card: {
			id: spec.id,
			title: localized(spec.title),
			line: [units.join(', '), periodWords(context)].filter(Boolean).join(' · '),
			page: titleOf(page, view),
			section: spec.section ? localized(spec.section) : '',
			words: searchWords(context, units),
			tags: Object.values(tags).flatMap((own) => own.map(({ id }) => id))
		}
	};
}

function unitsOf(context: ChartContext): string[] {
	return [...new Set(context.answer.rows.map((row) => unitWords(context, row)))].filter(Boolean);
}

/** Title, subject, source and everything that the axes, the panels and the filters name. */
function searchWords(context: ChartContext, units: string[]): string {
	const { answer, resource, view, spec } = context;
	const named = answer.rows.flatMap((row) =>
		Object.entries(row.key).map(([field, value]) => labelOf(resource, field, value))
	);
	const chosen = (spec.filters ?? []).flatMap((name) =>
		(fieldByName(resource, name)?.categories ?? []).map(({ label }) => localized(label ?? ''))
	);
	const fields = answer.query.dimensions.map((name) => localized(fieldByName(resource, name)?.title ?? ''));
	const texts = [
		localized(spec.title),
		spec.section ? localized(spec.section) : '',
		pageWords(homePage(spec.pages)).title,
		localized(resource.title),
		localized(resource.description),
		localized(resource.scope ?? view.package.scope),
		...units,
		...fields,
		...chosen,
		...named
	];
	return [...new Set(texts.flatMap(foldedWords))].sort().join(' ');
}

function tag(group: GroupId, label: string): GalleryTag {
	return { id: `${group}-${foldedWords(label).join('-')}`, label };
}

/** The pages of single places have the subject of the page of all. */
function shownAs(page: ChartPage): ChartPage {
	return page === 'place' ? 'places' : page;
}

/** The title of a page; places are called as the package calls them. */
function titleOf(page: ChartPage, { places }: ChartView): string {
	return page === 'places' && places ? localized(places.many) : pageWords(page).title;
}

function topicTags(view: ChartView): GalleryTag[] {
	return [...new Set(view.spec.pages.map(shownAs))]
		.filter((page) => page !== 'overview')
		.map((page) => ({ id: `topic-${page}`, label: titleOf(page, view) }));
}

function formTags({ kind, panels }: ChartLayout): GalleryTag[] {
	const labels = {
		line: m.press_gallery_form_line(),
		bar: m.press_gallery_form_bar(),
		'stacked-bar': m.press_gallery_form_stacked(),
		dot: m.press_gallery_form_dot(),
		'tile-map': m.press_gallery_form_map(),
		map: m.press_gallery_form_map(),
		funnel: m.press_gallery_form_funnel()
	};
	const panelled = { id: 'form-panels', label: m.press_gallery_form_panels() };
	return [{ id: `form-${kind}`, label: labels[kind] }, ...(panels.length > 1 ? [panelled] : [])];
}

/** What a reader has to mind. */
function careTags(context: ChartContext): GalleryTag[] {
	const { answer } = context;
	const broken = breaksWithin(answer.breaks, periodsOf(context)).some(({ entry }) => !entry.comparableAcross);
	return [
		...(breakdownsOf(context).length
			? [{ id: 'care-not-added', label: m.press_gallery_care_not_added() }]
			: []),
		...(broken ? [{ id: 'care-break', label: m.press_gallery_care_break() }] : []),
		...(answer.withheld > 0 ? [{ id: 'care-withheld', label: m.press_gallery_care_withheld() }] : [])
	];
}

/** The tags of a kind in the order of the charts; one that every chart has tells nothing. */
function tagGroup(id: GroupId, listed: Listed[]): TagGroup {
	const labels = {
		topic: m.press_gallery_group_topic(),
		form: m.press_gallery_group_form(),
		counts: m.press_gallery_group_counts(),
		from: m.press_gallery_group_from(),
		care: m.press_gallery_group_care()
	};
	const found = new Map(listed.flatMap(({ tags }) => tags[id].map((each) => [each.id, each] as const)));
	const tags = [...found.values()].filter((each) => !listed.every(({ card }) => card.tags.includes(each.id)));
	return { id, label: labels[id], tags };
}
