import { PERSONAL } from '../own/personalWords.ts';
import { LARGEST_EXPORT } from '../../package/start/limits.ts';
import type {
	ColumnSums,
	FigureColumn,
	FoundTable,
	Grid,
	LeftOutWhy,
	Question,
	QuestionKind,
	Unread
} from '../../package/start/index.ts';
import type { Delimiter, Encoding } from '../../package/own/index.ts';
import { m } from '../../words/index.ts';
import { formatList } from '../../words/numbers.ts';

/** The size of the largest export, in megabytes. */
export const MEGABYTES = LARGEST_EXPORT / 1e6;

/** Why a file cannot be read, and what to do. */
export const UNREAD: Record<Unread, () => string> = {
	empty: m.publish_unread_empty,
	workbook: m.publish_unread_workbook,
	zip: m.publish_unread_zip,
	other: m.publish_unread_other,
	'too-large': () => m.publish_unread_too_large({ most: MEGABYTES }),
	'no-table': m.publish_unread_no_table
};

/** Why something is not in the package. */
export const WHY: Record<LeftOutWhy, () => string> = {
	above: m.publish_why_above,
	below: m.publish_why_below,
	'broken-row': m.publish_why_broken_row,
	'repeated-header': m.publish_why_repeated_header,
	'no-figure': m.publish_why_no_figure,
	'total-over-time': m.publish_why_total_over_time,
	'total-of-what': m.publish_why_total_of_what,
	'beside-periods': m.publish_why_beside_periods,
	share: m.publish_why_share,
	decimals: m.publish_why_decimals,
	personal: m.publish_why_personal,
	'free-text': m.publish_why_free_text,
	records: m.publish_why_records,
	'no-time': m.publish_why_no_time,
	'unread-figure': m.publish_why_unread_figure,
	range: m.publish_why_range,
	mark: m.publish_why_mark,
	'marked-out': m.publish_why_marked_out,
	'not-read': m.publish_why_not_read
};

type About = { about: string };
const QUESTIONS: Record<QuestionKind, [ask: (about: About) => string, help: (about: About) => string]> = {
	publisher: [m.publish_q_publisher, m.publish_h_publisher],
	title: [m.publish_q_title, m.publish_h_title],
	'as-of': [m.publish_q_as_of, m.publish_h_as_of],
	languages: [m.publish_q_languages, m.publish_h_languages],
	license: [m.publish_q_license, m.publish_h_license],
	limits: [m.publish_q_limits, m.publish_h_limits],
	protect: [m.publish_q_protect, m.publish_h_protect],
	threshold: [m.publish_q_threshold, m.publish_h_threshold],
	help: [m.publish_q_help, m.publish_h_help],
	'help-country': [m.publish_q_help_country, m.publish_h_help_country],
	'help-name': [m.publish_q_help_name, m.publish_h_help_name],
	'help-phone': [m.publish_q_help_phone, m.publish_h_help_phone],
	records: [m.publish_q_records, m.publish_h_records],
	'table-title': [m.publish_q_table_title, m.publish_h_table_title],
	columns: [m.publish_q_columns, m.publish_h_columns],
	'columns-seen': [m.publish_q_columns, m.publish_h_columns_seen],
	unit: [m.publish_q_unit, m.publish_h_unit],
	'unit-of': [m.publish_q_unit_of, m.publish_h_unit_of],
	placeholder: [m.publish_q_placeholder, m.publish_h_placeholder],
	numbers: [m.publish_q_numbers, m.publish_h_numbers],
	period: [m.publish_q_period, m.publish_h_period],
	'year-starts': [m.publish_q_year_starts, m.publish_h_year_starts],
	additivity: [m.publish_q_additivity, m.publish_h_additivity],
	'additivity-seen': [m.publish_q_additivity, m.publish_h_additivity_seen],
	basis: [m.publish_q_basis, m.publish_h_basis]
};

const OPTIONS: Record<string, () => string> = {
	en: m.publish_o_en,
	es: m.publish_o_es,
	'en es': m.publish_o_en_es,
	'es en': m.publish_o_es_en,
	'cc-by': m.publish_o_cc_by,
	cc0: m.publish_o_cc0,
	yes: m.publish_o_yes,
	no: m.publish_o_no,
	people: m.publish_o_people,
	counts: m.publish_o_counts,
	measure: m.publish_o_measure,
	category: m.publish_o_category,
	withheld: m.publish_o_withheld,
	unavailable: m.publish_o_unavailable,
	inapplicable: m.publish_o_inapplicable,
	zero: m.publish_o_zero,
	leave: m.publish_o_leave,
	whole: m.publish_o_whole,
	fraction: m.publish_o_fraction,
	additive: m.publish_o_additive
};

/** A question in words, and what helps to answer it. */
export function questionWords({ kind, about = '' }: Question): { ask: string; help: string } {
	const [ask, help] = QUESTIONS[kind];
	return { ask: ask({ about }), help: help({ about }) };
}

/** An answer that may be chosen. */
export function optionWords({ kind }: Question, option: string): string {
	if (option === 'none') return kind === 'license' ? m.publish_o_none() : m.publish_o_no_sum();
	return OPTIONS[option]?.() ?? option;
}

/** An answer as it is shown again. */
export function answerWords(question: Question, answer: string): string {
	if (answer === '') return m.publish_nothing();
	return question.form === 'choice' ? optionWords(question, answer) : answer;
}

const ENCODINGS: Record<Encoding, () => string> = {
	'utf-8': m.own_encoding_utf_8,
	'windows-1252': m.own_encoding_windows_1252,
	'utf-16le': m.own_encoding_utf_16le,
	'utf-16be': m.own_encoding_utf_16be
};
const DELIMITERS: Record<Delimiter, () => string> = {
	',': m.own_delimiter_comma,
	';': m.own_delimiter_semicolon,
	'\t': m.own_delimiter_tab,
	'|': m.own_delimiter_pipe
};

/** How a file was read. */
export function fileWords({
	file,
	encoding,
	delimiter
}: Pick<Grid, 'file' | 'encoding' | 'delimiter'>): string {
	return m.publish_found_file({ file, encoding: ENCODINGS[encoding](), delimiter: DELIMITERS[delimiter]() });
}

/** Which columns a total stands for, or that they do not give it. */
function sumWords({ total, isSeen }: ColumnSums, figures: readonly FigureColumn[]): string {
	const labels = new Set(
		figures.map(({ label }) => label).filter((label) => label !== '' && label !== total)
	);
	return isSeen
		? m.publish_found_sum({ total, columns: [...labels].join(', ') })
		: m.publish_found_no_sum({ total });
}

/** What was found of a table, a sentence each; what concerns people stands first. */
export function foundWords(table: FoundTable): string[] {
	const { block, figures, columns, out, sums } = table;
	const names = figures.map(({ name }) => name);
	const periods = figures.filter(({ period }) => period !== undefined).map(({ name }) => name);
	const isWide = periods.length > 1 && !table.keys.some(({ role }) => role === 'time');
	const nameOf = (index: number) => columns[index] ?? '';
	return [
		...table.personal.map(({ column, finding }) =>
			m.publish_found_personal({ column, kind: PERSONAL[finding.kind]() })
		),
		...out
			.filter(({ why }) => why === 'free-text')
			.map(({ index }) => m.publish_found_text({ column: nameOf(index) })),
		...(figures.length === 0 ? [m.publish_found_nothing()] : []),
		...(figures.length > 0 && table.areRecords ? [m.publish_found_records()] : []),
		...(table.small > 0 ? [m.publish_found_small({ count: table.small })] : []),
		...(block.head.length === 0 ? [m.publish_found_no_head()] : []),
		...(block.head.length > 1 ? [m.publish_found_head({ count: block.head.length })] : []),
		...(isWide ? [m.publish_found_wide({ first: periods[0] ?? '', last: periods.at(-1) ?? '' })] : []),
		...(!isWide && !sums && names.length > 1 ? [m.publish_found_columns({ columns: names.join(', ') })] : []),
		...(sums ? [sumWords(sums, figures)] : []),
		...(table.filled > 0 ? [m.publish_found_filled({ count: table.filled })] : []),
		...(table.mixed === undefined ? [] : [m.publish_found_mixed({ column: table.mixed })]),
		...(table.hasSections ? [m.publish_found_sections()] : []),
		...(table.style === 'comma' ? [m.publish_found_comma()] : []),
		...(table.totals > 0 ? [m.publish_found_totals({ count: table.totals })] : [])
	];
}

/** What a table is called, and where it stands in its file. */
export function tableWords({ title, block }: FoundTable): string {
	const rows = block.body.length;
	const from = block.head[0]?.line ?? block.body[0]?.line ?? 1;
	return m.publish_found_table({ title, rows, from, to: block.body.at(-1)?.line ?? from });
}

/** Which tables were told apart by their titles. */
export function apartWords(titles: readonly string[]): string {
	return m.publish_apart({ titles: formatList(titles.map((title) => `“${title}”`)) });
}
