import fs from 'node:fs';
import path from 'node:path';
import { buildFolder } from '../../../scripts/lib/stamp.mjs';
import { readTable, rowsOfChart, type DataChart } from './data.ts';
import { fileOf } from './site.ts';
import { TESTED } from './tested.ts';

/** A chart of the package under test, as its page and its file tell of it. */
export interface TestedChart {
	id: string;
	title: string;
	/** Address of its page. */
	address: string;
	query: DataChart['query'];
	rows: {
		key: Record<string, string | number>;
		value: number | null;
		status: string;
		sources: string[];
		labels: Record<string, string>;
	}[];
	breaks: { id: string; from: string; comparableAcross: boolean }[];
	nonCumulative: unknown[];
	mark: 'line' | 'stacked' | 'map' | 'other';
	/** Panels that are drawn. */
	panels: number;
	/** Filters of its page by name, each with its choices, the chosen one first. */
	filters: Record<string, string[]>;
	/** What its panel offers to choose from. */
	years: string[];
	series: number;
	/** The page as it was built. */
	html: string;
}

const folder = path.join(buildFolder(), TESTED);

function selects(html: string, attribute: string): [name: string, values: string[]][] {
	const found = html.matchAll(new RegExp(`<select[^>]*\\s${attribute}="([^"]*)"[^>]*>([^]*?)</select>`, 'g'));
	return [...found].map(([, name = '', options = '']) => {
		const all = [...options.matchAll(/<option value="([^"]*)"( selected)?/g)];
		const chosen = all.filter(([, , selected]) => selected !== undefined);
		const values = [...new Set([...chosen, ...all].map(([, value = '']) => value))];
		return [name, values];
	});
}

function read(id: string): TestedChart {
	const address = `/charts/${id}`;
	const html = fs.readFileSync(path.join(folder, fileOf(address)), 'utf8');
	const json = JSON.parse(fs.readFileSync(path.join(folder, `${address}.json`), 'utf8')) as TestedChart;
	const figure = /<figure[^]*?<\/figure>/.exec(html)?.[0] ?? '';
	const mark = /class="[^"]*\bmap\b/.test(figure)
		? 'map'
		: /aria-label="Stacked column/.test(figure)
			? 'stacked'
			: figure.includes('class="lines')
				? 'line'
				: 'other';
	const own = /<form[^>]*data-filters[^]*?<\/form>/.exec(html)?.[0] ?? '';
	return {
		...json,
		address,
		html,
		mark,
		panels: figure.match(/<svg class="panel/g)?.length ?? 0,
		filters: Object.fromEntries(selects(own, 'name')),
		years: (selects(html, 'data-use').find(([name]) => name === 'from')?.[1] ?? []).filter(Boolean),
		series: html.match(/data-use-series/g)?.length ?? 0
	};
}

/** Every chart of the package under test, in the order of their names. */
export const charts: TestedChart[] = fs
	.readdirSync(path.join(folder, 'charts'))
	.filter((name) => name.endsWith('.json') && name !== '__data.json')
	.map((name) => read(name.replace(/\.json$/, '')));

/**
 * The chart that a test is about, by what it needs and then by what it had better have.
 * @throws where the package has none; a test that can do without asks `charts` itself
 */
export function chartWith(
	needed: (chart: TestedChart) => boolean,
	better: ((chart: TestedChart) => boolean | number)[] = []
): TestedChart {
	const rank = (chart: TestedChart) => better.map((each) => Number(each(chart)));
	const [best] = charts.filter(needed).sort((a, b) => {
		const [one, other] = [rank(a), rank(b)];
		const at = one.findIndex((each, index) => each !== other[index]);
		return at < 0 ? 0 : (other[at] ?? 0) - (one[at] ?? 0);
	});
	if (!best) throw new Error('The package under test has no such chart.');
	return best;
}

/** A line along at least three years in one panel; with several lines, a gap and a break where there is one. */
export const LINE = chartWith(
	({ mark, panels, years }) => mark === 'line' && panels === 1 && years.length > 2,
	[
		({ series }) => series > 1,
		({ html }) => html.includes('data-note="gap"'),
		({ breaks }) => breaks.length > 0
	]
);

/** Columns over time whose parts may be added up; with a filter and a break where there is one. */
export const STACKED = chartWith(
	({ mark }) => mark === 'stacked',
	[
		({ filters }) => Object.keys(filters).length > 0,
		({ breaks }) => breaks.length > 0,
		({ rows }) => rows.length
	]
);

/** A chart that stands for all, with as much on it as one of them has. */
export const FULL = chartWith(
	() => true,
	[
		({ mark, filters }) => mark === 'stacked' && Object.keys(filters).length > 0,
		({ filters }) => Object.keys(filters).length > 0,
		({ series }) => series > 1
	]
);

/** A chart with a choice of a part of what it counts. */
export interface FilteredChart {
	chart: TestedChart;
	/** The filter, and its first choice beside the one that is built, for which something is published. */
	name: string;
	value: string;
	/** The column that it chooses from. */
	field: string;
}

/** The choices of a chart that leave rows: not those of time, place, basis or unit. */
function choicesOf(chart: TestedChart): FilteredChart[] {
	const table = readTable(chart.query.table);
	return Object.entries(chart.filters).flatMap(([name, values]) => {
		const field = table.fields.find((each) => each.name === name && each.role === 'category');
		if (!field || values.length < 2) return [];
		return values.slice(1).flatMap((value) => {
			if (field.categories?.some((each) => each.value === value && each.kind)) return [];
			if (String(chart.query.filters?.[field.name]) === value) return [];
			const found: FilteredChart = { chart, name, value, field: field.name };
			return value && chosenRows(found).length > 1 ? [found] : [];
		});
	});
}

/** The rows of the data that a choice shows. */
export function chosenRows({ chart: { query }, field, value }: FilteredChart): Record<string, string>[] {
	return rowsOfChart({ ...query, filters: { ...query.filters, [field]: [value] } }, readTable(query.table));
}

/** The first such choice; undefined where no chart has one. */
export const FILTERED: FilteredChart | undefined = charts.flatMap(choicesOf)[0];

/** A line whose newest figure has a mark of thousands. */
export const LARGE = chartWith(
	({ mark, panels, rows }) => mark === 'line' && panels === 1 && (rows.at(-1)?.value ?? 0) >= 1000,
	[({ series }) => series < 2]
);

/** A page whose charts follow a choice of a part and one of a period. */
export interface FilteredPage extends FilteredChart {
	page: string;
	/** The filter of time, and its choices beside the built one. */
	time: string;
	periods: string[];
}

/** The first such page; undefined where the package has none. */
export const FILTERED_PAGE: FilteredPage | undefined = ['/people', '/types', '/channels', '/trends']
	.filter((page) => fs.existsSync(path.join(folder, fileOf(page))))
	.flatMap((page): FilteredPage[] => {
		const html = fs.readFileSync(path.join(folder, fileOf(page)), 'utf8');
		const form = /<form[^>]*data-filters[^]*?<\/form>/.exec(html)?.[0] ?? '';
		const here = charts.filter(({ id }) => html.includes(`data-chart="${id}"`));
		const times = new Set(
			here.flatMap(({ query }) =>
				readTable(query.table).fields.flatMap((each) => (each.role === 'time' ? each.name : []))
			)
		);
		const found = selects(form, 'name').find(
			([name, values]) => times.has(name) && values.filter(Boolean).length > 1
		);
		if (!found) return [];
		const [time, [, ...values]] = found;
		return here.flatMap(choicesOf).flatMap((choice) => {
			const known = chosenRows(choice).map((row) => row[time]);
			const periods = values.filter((value) => known.includes(value));
			return periods.length > 1 ? [{ ...choice, page, time, periods }] : [];
		});
	})[0];
