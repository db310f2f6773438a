import type { CubeRow } from '../../cube/types.ts';
import { fieldByRole, localized } from '../../package/index.ts';
import { statusWords } from '../../charts/words/values.ts';
import { RATE_PER } from '../../stats/rate.ts';
import { m } from '../../words/index.ts';
import { formatNumber, formatRate } from '../../words/numbers.ts';
import type { ReportChart } from './charts.ts';
import type { ReportChoice, ReportPlaces } from './types.ts';

/** The newest figures of the chosen places, a row each; a column for each chart. */
export interface PlaceTable {
	heads: string[];
	rows: { code: string; name: string; cells: string[] }[];
}

function cell(row: CubeRow | undefined, time: string, locale: string): string {
	if (!row) return m.report_places_none();
	const period = String(row.key[time]);
	const mark = row.status ? ` ${row.status}` : '';
	if (row.value === null) return `${statusWords(row.status || '[x]')}, ${period}`;
	if (!row.rate) return m.report_places_count({ value: `${formatNumber(row.value, locale)}${mark}`, period });
	const { low, high } = row.rate;
	const rate = `${formatRate(row.value, locale)}${mark}`;
	if (low === null || high === null) return m.report_places_count({ value: rate, period });
	return m.report_places_rate({
		rate,
		low: formatRate(low, locale),
		high: formatRate(high, locale),
		period
	});
}

const isWithin = (year: number, { from, to }: ReportChoice) => year >= from && year <= to;

/** The table of the chosen places, in alphabetical order, from the answers about them. */
export function placeTable(
	charts: ReportChart[],
	{ field, places }: Pick<ReportPlaces, 'field' | 'places'>,
	choice: ReportChoice,
	locale: string
): PlaceTable {
	const columns = charts.filter(({ answer }) => answer.query.dimensions.includes(field));
	return {
		heads: columns.map(({ view, answer }) => {
			const title = localized(view.spec.title);
			return answer.query.rate
				? m.report_places_rate_head({ title, per: formatNumber(RATE_PER, locale) })
				: title;
		}),
		rows: places
			.filter(({ code }) => choice.places.includes(code))
			.map(({ code, name }) => ({
				code,
				name,
				cells: columns.map(({ view, answer }) => {
					const time = fieldByRole(view.resource, 'time')?.name ?? '';
					const own = answer.rows
						.filter((row) => String(row.key[field]) === code && isWithin(Number(row.key[time]), choice))
						.sort((a, b) => Number(a.key[time]) - Number(b.key[time]));
					return cell(own.findLast((row) => row.value !== null) ?? own.at(-1), time, locale);
				})
			}))
	};
}
