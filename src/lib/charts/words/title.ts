import { fieldByName, fieldByRole } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { formatList } from '../../words/numbers.ts';
import { measuresOf, valueLabel, type ChartContext } from '../context.ts';
import { derivedKit } from '../derivedKit.ts';
import { countedUnit, inWords, lowerFirst, upperFirst } from './values.ts';

/**
 * What the chart shows, without a number: its own title, unless a reader chose counts in place of rates or
 * another measure of a chart of rates, which that title would misname.
 */
export function titleWords(context: ChartContext): string {
	const derived = context.answer.rows.find((row) => row.derived)?.derived;
	const title = plainTitle(context);
	return derived ? derivedKit().title(title, derived) : title;
}

function plainTitle(context: ChartContext): string {
	const { spec, answer, resource } = context;
	const isOwn =
		Boolean(answer.query.rate) === Boolean(spec.query.rate) &&
		(!spec.query.rate || answer.query.measure?.join() === spec.query.measure?.join());
	if (isOwn) return inWords(context, spec.title);
	const measure = fieldByRole(resource, 'measure')?.name;
	const counted = measure
		? measuresOf(context, answer.rows).map((value, index) => {
				const name = flat(valueLabel(context, measure, value));
				return index ? lowerFirst(name) : name;
			})
		: [...new Set(answer.rows.map((row) => countedUnit(context, row)))].filter(Boolean);
	const what = upperFirst(formatList(counted, context.locale));
	if (!what) return inWords(context, spec.title);
	const by = lowerFirst(inWords(context, fieldByName(resource, spec.x)?.title ?? spec.x));
	return answer.query.rate
		? m.rates_title({ what: lowerFirst(what), by })
		: m.rates_title_count({ what, by });
}

/** A label inside a longer name: `Calls, substantive` is `Calls (substantive)`. */
function flat(label: string): string {
	return label.replace(/,\s+(.+)$/, ' ($1)');
}
