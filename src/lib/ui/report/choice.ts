import { m } from '../../words/index.ts';
import { readPlaces, writePlaces } from '../places/choice.ts';
import type { ReportChoice, ReportData } from './types.ts';

/** Longer addresses hold no choice of this page. */
const LONGEST = 300;

type Known = Pick<ReportData, 'years' | 'initial' | 'places'>;

function readYear(asked: URLSearchParams, name: 'from' | 'to', { years }: Known): number | null | undefined {
	const text = asked.get(name);
	if (text === null || text === '') return undefined;
	return /^\d{4}$/.test(text) && years.includes(Number(text)) ? Number(text) : null;
}

/**
 * Reads a choice from an address: `?from=2016&to=2021&places=AL,TX`. What cannot be followed is left out and named,
 * without repeating a stranger's words.
 */
export function readReport(search: string, known: Known): { choice: ReportChoice; notices: string[] } {
	const asked = new URLSearchParams(search.slice(0, LONGEST));
	const notices: string[] = [];
	const { initial } = known;
	const year = (name: 'from' | 'to') => {
		const found = readYear(asked, name, known);
		if (found === null) notices.push(m.report_ignored({ name }));
		return found ?? undefined;
	};
	const [from, to] = [year('from'), year('to')];
	let period = {
		from: from ?? Math.min(initial.from, to ?? initial.from),
		to: to ?? Math.max(initial.to, from ?? initial.to)
	};
	if (period.from > period.to) {
		notices.push(m.report_ignored_order());
		period = { from: initial.from, to: initial.to };
	}
	const places = known.places
		? readPlaces(
				asked.has('places') ? `?places=${encodeURIComponent(asked.get('places') ?? '')}` : '',
				known.places.places
			)
		: { codes: [], notices: [] };
	if (!known.places && asked.get('places')) notices.push(m.report_ignored({ name: 'places' }));
	return { choice: { ...period, places: places.codes }, notices: [...notices, ...places.notices] };
}

/** The query part of an address for a choice, `''` for the standard one. */
export function writeReport({ from, to, places }: ReportChoice, { initial, places: known }: Known): string {
	const parts = [
		from === initial.from ? '' : `from=${from}`,
		to === initial.to ? '' : `to=${to}`,
		known ? writePlaces(places, known.places).slice(1) : ''
	].filter(Boolean);
	return parts.length ? `?${parts.join('&')}` : '';
}
