import type { CubeRow } from '../../cube/types.ts';
import { isOneYear } from '../../package/fiscal.ts';
import { localized } from '../../package/labels.ts';
import { RATE_PER, SMALL_COUNT } from '../../stats/rate.ts';
import { m } from '../../words/index.ts';
import { formatList, formatNumber } from '../../words/numbers.ts';
import { timeField, valueLabel, valuesOf, type ChartContext } from '../context.ts';
import { comparesPlaces, placeField, placesAsked } from '../places.ts';
import { placesName } from './headlinePlaces.ts';
import type { ChartNote } from './notes.ts';
import { residentsBasis, residentsPeriod } from './residents.ts';
import { sourceShort } from './rowWords.ts';
import { says } from './says.ts';
import { lacksResidents } from './values.ts';

/** Names that a note lists at most; more are counted. */
const MOST_NAMES = 8;

function note(kind: ChartNote['kind'], lead: string, text: string): ChartNote {
	return { kind, lead, text, minor: false };
}

/** What must be said of rates, and of counts where rates would be fairer: most important first. */
export function rateNotes(context: ChartContext): ChartNote[] {
	const { answer, resource } = context;
	if (!answer.rows.length) return [];
	if (!answer.query.rate) {
		// Why an index, a change or a share has no number is a note of its own.
		if (answer.rows.some((row) => row.derived)) return [];
		return resource.population && comparesPlaces(context)
			? [note('counts', m.rates_lead_counts(), m.rates_note_counts()), ...unknownNotes(context)]
			: unknownNotes(context);
	}
	return [
		...unknownNotes(context),
		...noResidentsNotes(context),
		...vintageNotes(context),
		...residentsNotes(context),
		note('random', m.rates_lead_limits(), limitsSentences(context)),
		...(saysOwnDrivers(context) ? [] : [note('drivers', m.rates_lead_drivers(), m.rates_note_drivers())])
	];
}

/** Whether the chart's own notes say already what moves a rate, so that it is not said twice. */
export function saysOwnDrivers({ spec, locale }: ChartContext): boolean {
	return (spec.notes ?? []).some((each) => says(localized(each, locale), m.charts_stems_drivers()));
}

function limitsSentences({ answer }: ChartContext): string {
	const unreliable = answer.rows.some((row) => row.status === '[u]');
	return [
		m.rates_note_limits(),
		unreliable ? m.rates_note_unreliable({ least: formatNumber(SMALL_COUNT) }) : ''
	]
		.filter(Boolean)
		.join(' ');
}

/** Whose residents the counts are divided by: each basis with its years and its sources. */
function residentsNotes(context: ChartContext): ChartNote[] {
	const rows = context.answer.rows.filter((row) => row.rate?.population != null);
	const sentences = [...groupsBy(rows, (row) => row.rate?.basis ?? '')].map(([basis, own]) => {
		const periods = spanOf(own.map((row) => residentsPeriod(context, row)));
		const ids = [...new Set(own.flatMap((row) => row.rate?.sources ?? []))];
		const sources = ids.map((id) => sourceShort(context, id)).join('; ');
		const label = residentsBasis(context, basis);
		if (!label) return m.rates_note_basis_only({ periods, sources });
		return periods
			? m.rates_note_basis({ basis: label, periods, sources })
			: m.rates_note_basis_plain({ basis: label, sources });
	});
	if (!sentences.length) return [];
	const per = formatNumber(RATE_PER, context.locale);
	return [
		note(
			'residents',
			m.rates_lead_residents(),
			m.rates_note_residents({ per, residents: sentences.join(' ') })
		)
	];
}

/** Years as a reader names them: `2012–2016`, or each. */
function spanOf(periods: string[]): string {
	const found = [...new Set(periods.filter(Boolean))].sort();
	const [first, last] = [found[0], found.at(-1)];
	if (first === undefined || last === undefined || first === last) return first ?? '';
	return found.every((each) => isOneYear(each)) ? `${first}–${last}` : formatList(found);
}

/** Where the rates of one place go on with residents that were counted in another way. */
function vintageNotes(context: ChartContext): ChartNote[] {
	const { answer, spec, view, locale } = context;
	const time = timeField(context)?.name;
	if (time === undefined || time !== spec.x) return [];
	const order = valuesOf(context, time);
	const known = answer.rows
		.filter((row) => row.value !== null && row.rate?.population != null)
		.sort((a, b) => order.indexOf(a.key[time] ?? '') - order.indexOf(b.key[time] ?? ''));
	const field = placeField(context)?.name ?? '';
	const steps = new Map<string, { before: CubeRow; after: CubeRow }>();
	for (const own of groupsBy(known, (row) => String(row.key[field] ?? '')).values()) {
		own.forEach((after, index) => {
			const before = own[index - 1];
			if (!before || before.rate?.basis === after.rate?.basis) return;
			const id = `${before.rate?.basis}|${after.rate?.basis}`;
			const found = steps.get(id);
			const isFirst =
				!found || order.indexOf(after.key[time] ?? '') < order.indexOf(found.after.key[time] ?? '');
			if (isFirst) steps.set(id, { before, after });
		});
	}
	const limits = view.population?.limits;
	return [...steps.values()].map(({ before, after }) => {
		const from = valueLabel(context, time, after.key[time]);
		const text = m.rates_note_vintage({
			before: valueLabel(context, time, before.key[time]),
			from,
			old: residentsBasis(context, before.rate?.basis ?? ''),
			now: residentsBasis(context, after.rate?.basis ?? '')
		});
		const full = [text, limits ? localized(limits, locale) : ''].filter(Boolean).join(' ');
		return note('vintage', m.rates_lead_vintage({ from }), full);
	});
}

/** Counts that cannot become a rate. */
function noResidentsNotes(context: ChartContext): ChartNote[] {
	const field = placeField(context)?.name;
	const rows = context.answer.rows.filter(lacksResidents);
	if (!rows.length) return [];
	const names = rows.map((row) => {
		const asked = field === undefined ? undefined : context.answer.query.filters?.[field];
		const place = field === undefined ? '' : valueLabel(context, field, row.key[field] ?? asked?.[0]);
		const period = residentsPeriod(context, row);
		if (!place || !period) return place || period;
		return m.rates_name_in({ name: place, period });
	});
	const text =
		names.length <= MOST_NAMES
			? m.rates_note_no_residents({ names: formatList([...new Set(names)], context.locale) })
			: m.rates_note_no_residents_many({ count: names.length });
	return [note('no-residents', m.rates_lead_no_residents(), text)];
}

/** Places without a published figure: unknown, never none. A withheld figure is a published one. */
function unknownNotes(context: ChartContext): ChartNote[] {
	const field = placeField(context)?.name;
	if (field === undefined || !comparesPlaces(context)) return [];
	const asked = placesAsked(context);
	const published = new Set(
		context.answer.rows
			.filter((row) => row.value !== null || row.status === '[c]' || lacksResidents(row))
			.map((row) => String(row.key[field]))
	);
	const missing = asked.filter((code) => !published.has(code));
	if (!missing.length) return [];
	const text =
		missing.length <= MOST_NAMES
			? m.rates_note_unknown({
					names: formatList(
						missing.map((code) => valueLabel(context, field, code)),
						context.locale
					)
				})
			: m.rates_note_unknown_many({
					count: missing.length,
					all: asked.length,
					places: placesName(context)
				});
	return [note('unknown', m.rates_lead_unknown(), text)];
}

function groupsBy<Key>(rows: CubeRow[], keyOf: (row: CubeRow) => Key): Map<Key, CubeRow[]> {
	const groups = new Map<Key, CubeRow[]>();
	for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
	return groups;
}
