import { asOwnFailure, type OwnFailure } from '../../engine/own/failure.ts';
import {
	MOST_BYTES,
	MOST_COLUMNS,
	MOST_ROWS,
	type Delimiter,
	type Encoding,
	type Hint,
	type OwnFault,
	type OwnRule,
	type OwnType
} from '../../package/own/index.ts';
import { formatNumber } from '../../words/numbers.ts';
import { m } from '../../words/index.ts';
import { display } from '../display.svelte.ts';
import type { Role } from './types.ts';

/** A number as the reader has chosen to see numbers. */
export function numberWords(value: number): string {
	return formatNumber(value, display.locale);
}

/** A size as readers know it: `38.2 MB`, `12 kB`. */
export function sizeWords(bytes: number): string {
	if (bytes < 1e6) return m.own_kb({ number: numberWords(Math.ceil(bytes / 1e3)) });
	return m.own_mb({ number: numberWords(Math.round(bytes / 1e5) / 10) });
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Why a file cannot be read, and what the reader can do. */
export function failureWords(error: unknown, bytes: number): string {
	const { kind, detail }: OwnFailure = asOwnFailure(error);
	switch (kind) {
		case 'empty':
			return m.own_fail_empty();
		case 'zip':
			return m.own_fail_zip();
		case 'workbook':
			return m.own_fail_workbook();
		case 'pdf':
			return m.own_fail_pdf();
		case 'image':
			return m.own_fail_image();
		case 'binary':
			return m.own_fail_binary();
		case 'too-large':
			return m.own_fail_too_large({ size: sizeWords(bytes), most: sizeWords(MOST_BYTES) });
		case 'too-large-unpacked':
			return m.own_fail_too_large_unpacked({ most: sizeWords(MOST_BYTES) });
		case 'too-many-rows':
			return m.own_fail_too_many_rows({ rows: numberWords(MOST_ROWS) });
		case 'too-many-columns':
			return m.own_fail_too_many_columns({
				columns: numberWords(Number(detail)),
				most: numberWords(MOST_COLUMNS)
			});
		case 'damaged':
			return m.own_fail_damaged();
		case 'parquet':
			return m.own_fail_parquet({ reason: detail.replace(/\.$/, '') });
		case 'gone':
			return m.own_fail_gone();
		case 'broken':
			return m.own_fail_broken({ reason: sentence(detail || 'worker') });
	}
}

/** Why the database did not take a table. */
export function databaseWords(error: unknown): string {
	const reason = error instanceof Error ? error.message : String(error);
	return m.own_fail_database({ reason: sentence(reason) });
}

export const ENCODINGS: Record<Encoding, () => string> = {
	'utf-8': m.own_encoding_utf_8,
	'windows-1252': m.own_encoding_windows_1252,
	'utf-16le': m.own_encoding_utf_16le,
	'utf-16be': m.own_encoding_utf_16be
};

export const DELIMITERS: Record<Delimiter, () => string> = {
	',': m.own_delimiter_comma,
	';': m.own_delimiter_semicolon,
	'\t': m.own_delimiter_tab,
	'|': m.own_delimiter_pipe
};

export const TYPES: Record<OwnType, () => string> = {
	text: m.own_type_text,
	whole: m.own_type_whole,
	'whole-points': m.own_type_whole_points,
	decimal: m.own_type_decimal,
	'decimal-comma': m.own_type_decimal_comma,
	year: m.own_type_year,
	date: m.own_type_date
};

export const ROLES: Record<Role, () => string> = {
	value: m.own_role_value,
	time: m.own_role_time,
	place: m.own_role_place,
	category: m.own_role_category,
	measure: m.own_role_measure,
	unit: m.own_role_unit,
	basis: m.own_role_basis,
	status: m.own_role_status,
	qualifier: m.own_role_qualifier,
	denominator: m.own_role_denominator,
	source: m.own_role_source,
	confidence: m.own_role_confidence,
	note: m.own_role_note
};

export const HINTS: Record<Hint, () => string> = {
	'decimal-comma': m.own_hint_decimal_comma,
	thousands: m.own_hint_thousands,
	digits: m.own_hint_digits,
	'last-zeros': m.own_hint_last_zeros,
	grouped: m.own_hint_grouped,
	mostly: m.own_hint_mostly,
	zeros: m.own_hint_zeros,
	apostrophes: m.own_hint_apostrophes
};

/** A column as the file names it, or by its place where the file does not. */
export function columnWords({ original, index }: { original: string; index: number }): string {
	return original.trim() || m.own_column_unnamed({ number: index + 1 });
}

/** Names in quotes, at most so many; the others are counted. */
export function namesWords(names: readonly string[], most: number): string {
	const named = names
		.slice(0, most)
		.map((name) => `“${name}”`)
		.join(', ');
	if (names.length <= most) return named;
	return m.own_names_more({ names: named, count: numberWords(names.length - most) });
}

const MENDS: Record<OwnRule, () => string> = {
	'too-few': m.own_mend_cells,
	'too-many': m.own_mend_cells,
	'quote-open': m.own_mend_quotes,
	'quote-middle': m.own_mend_quotes,
	'unread-rest': m.own_mend_quotes,
	unreadable: m.own_mend_unreadable,
	whole: m.own_mend_type,
	'whole-points': m.own_mend_type,
	decimal: m.own_mend_type,
	'decimal-comma': m.own_mend_type,
	year: m.own_mend_type,
	date: m.own_mend_type
};

/** What is wrong with a row or cell, and how to mend it. */
export function faultWords(fault: OwnFault): { rule: string; mend: string } {
	const cells = { found: fault.found ?? 0, needed: fault.needed ?? 0 };
	const rules: Record<OwnRule, () => string> = {
		'too-few': () => m.own_rule_too_few(cells),
		'too-many': () => m.own_rule_too_many(cells),
		'quote-open': m.own_rule_quote_open,
		'quote-middle': m.own_rule_quote_middle,
		'unread-rest': m.own_rule_unread_rest,
		unreadable: m.own_rule_unreadable,
		whole: m.own_rule_whole,
		'whole-points': m.own_rule_whole_points,
		decimal: m.own_rule_decimal,
		'decimal-comma': m.own_rule_decimal_comma,
		year: m.own_rule_year,
		date: m.own_rule_date
	};
	return { rule: rules[fault.rule](), mend: MENDS[fault.rule]() };
}
