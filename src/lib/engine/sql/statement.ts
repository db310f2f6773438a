import { m } from '../../words/index.ts';
import type { Token } from './driver.ts';
import { placeAt, SqlError } from './failure.ts';

/** One statement of a reader. */
export interface Statement {
	/** Without what follows its semicolon. */
	sql: string;
	/**
	 * `reads` gives rows of figures, `describes` tells of tables, `explains` tells a plan, `names` makes a view or
	 * macro that only this connection knows.
	 */
	kind: 'reads' | 'describes' | 'explains' | 'names';
	/** What a view or macro is called, in small letters, without its schema. */
	name?: string;
}

const READS = new Set(
	'SELECT WITH FROM VALUES TABLE PIVOT UNPIVOT PIVOT_WIDER PIVOT_LONGER SUMMARIZE ('.split(' ')
);
const DESCRIBES = new Set(['DESCRIBE', 'DESC', 'SHOW']);
const NAMES = /^CREATE (?:OR REPLACE )?TEMP(?:ORARY)? (?:VIEW|MACRO|FUNCTION) (?:IF NOT EXISTS )?(.+)$/is;
const PART = String.raw`(?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)`;
/** A name with its schema and database before it, and what may stand behind. */
const NAME = new RegExp(String.raw`^(?:${PART}\s*\.\s*){0,2}(${PART})\s*(?:\(|AS\b)`, 'iu');

/** The last part of a name, as DuckDB compares it; undefined where it cannot be told. */
function nameOf(rest: string): string | undefined {
	const part = NAME.exec(rest)?.[1];
	const bare = part?.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;
	return bare?.toLowerCase();
}

function kindOf(words: readonly string[]): Pick<Statement, 'kind' | 'name'> | undefined {
	const first = words[0]?.toUpperCase() ?? '';
	if (READS.has(first)) return { kind: 'reads' };
	if (DESCRIBES.has(first)) return { kind: 'describes' };
	if (first === 'EXPLAIN') return { kind: 'explains' };
	const [, rest] = NAMES.exec(words.join(' ')) ?? [];
	const name = rest === undefined ? undefined : nameOf(rest);
	return name === undefined ? undefined : { kind: 'names', name };
}

/**
 * The one statement of a text, by DuckDB's own tokens.
 * @throws SqlError if there is none, there are several, or it does more than read
 */
export function readStatement(text: string, tokens: readonly Token[]): Statement {
	const real = tokens.filter(({ isComment }) => !isComment);
	const wordAt = (index: number) => {
		const from = real[index]?.from ?? 0;
		const next = tokens.find((token) => token.from > from)?.from ?? text.length;
		return text.slice(from, next).trim();
	};
	const end = real.findIndex((_, index) => wordAt(index).startsWith(';'));
	const extra = end < 0 ? -1 : real.findIndex((_, index) => index > end && !wordAt(index).startsWith(';'));
	const count = end < 0 ? real.length : end;
	if (count === 0 && extra < 0) throw new SqlError(m.sql_error_empty(), 'refused');
	if (extra >= 0) throw new SqlError(m.sql_error_several(), 'refused', placeAt(text, real[extra]?.from ?? 0));
	const words = Array.from({ length: Math.min(count, 16) }, (_, index) => wordAt(index));
	const kind = kindOf(words);
	const [first = ''] = words;
	if (!kind) {
		const message = /^create$/i.test(first)
			? m.sql_error_create()
			: m.sql_error_refused({ word: first.slice(0, 40) });
		throw new SqlError(message, 'refused', placeAt(text, real[0]?.from ?? 0));
	}
	return { sql: end < 0 ? text : text.slice(0, real[end]?.from), ...kind };
}
