import {
	autocompletion,
	closeBrackets,
	closeBracketsKeymap,
	completionKeymap,
	type CompletionContext
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { sql, SQLDialect, type SQLNamespace } from '@codemirror/lang-sql';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, Prec } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Place } from '../../engine/sql/failure.ts';
import type { SqlTable } from '../../engine/sql/types.ts';

/** What the editor tells and needs. */
interface EditorOptions {
	/** The host of its shadow root, where its styles may stand under a strict policy. */
	host: HTMLElement;
	text: string;
	/** Its name for those who do not see it. */
	label: string;
	onChange: (text: string) => void;
	onRun: () => void;
}

/** An editor as the page uses it. */
export interface SqlEditor {
	setText: (text: string) => void;
	/** Underlines what is wrong, with its words; undefined: nothing is. */
	mark: (fault: { place: Place; message: string } | undefined) => void;
	/** Offers these tables and columns for completion. */
	know: (tables: readonly SqlTable[]) => void;
	focus: (at?: number) => void;
	destroy: () => void;
}

const LOOK = EditorView.theme({
	'&': { color: 'var(--ink)', backgroundColor: 'var(--ground)', fontSize: '0.9375rem' },
	'&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '1px' },
	'.cm-scroller': {
		fontFamily: "ui-monospace, 'SF Mono', Consolas, 'Liberation Mono', monospace",
		lineHeight: '1.5',
		minHeight: '10rem',
		maxHeight: '26rem'
	},
	'.cm-content': { caretColor: 'var(--ink)', padding: '0.5rem 0' },
	'.cm-cursor': { borderLeftColor: 'var(--ink)' },
	'.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
		backgroundColor: 'light-dark(#cfe0f1, #2f4a63)'
	},
	'.cm-tooltip': {
		backgroundColor: 'var(--ground-raised)',
		color: 'var(--ink)',
		border: '1px solid var(--rule-strong)',
		maxWidth: 'min(34rem, 90vw)'
	},
	'.cm-tooltip-autocomplete > ul > li[aria-selected]': {
		backgroundColor: 'var(--link)',
		color: 'var(--ground)'
	},
	'.cm-diagnostic': { whiteSpace: 'pre-wrap', fontFamily: 'var(--sans)' },
	'.cm-lintRange-error': {
		backgroundImage: 'none',
		textDecoration: 'underline wavy var(--hue-4)',
		textDecorationThickness: '2px',
		textUnderlineOffset: '3px'
	}
});

const COLOURS = HighlightStyle.define([
	{ tag: tags.keyword, color: 'var(--hue-1)', fontWeight: '600' },
	{ tag: [tags.string, tags.special(tags.string)], color: 'var(--hue-2)' },
	{ tag: [tags.number, tags.bool, tags.null], color: 'var(--hue-4)' },
	{ tag: tags.comment, color: 'var(--ink-soft)', fontStyle: 'italic' },
	{ tag: [tags.typeName, tags.standard(tags.name)], color: 'var(--hue-5)' }
]);

/** The words of DuckDB's SQL that a statement here can have. */
const DIALECT = SQLDialect.define({
	doubleQuotedStrings: false,
	operatorChars: '*+-%<>!=&|~^/',
	keywords: `all and anti any array as asc asof between by case cast collate cross cube current desc describe
		distinct else end escape except exclude exists explain filter first following from full group grouping having
		ilike in inner intersect interval is join lateral last left like limit macro materialized natural not nulls
		offset on or order outer over partition pivot positional preceding qualify range recursive replace right rollup
		row rows sample select semi sets show similar some summarize table tablesample temp then unbounded union unpivot
		using values view when where window with within create`,
	types: `bigint blob boolean date decimal double float hugeint integer interval list map real smallint struct text
		time timestamp tinyint uuid varchar`,
	builtin: `abs any_value arg_max arg_min avg ceil coalesce concat contains count date_part date_trunc dense_rank
		first_value floor generate_series greatest lag last_value lead least length lower max median min nullif
		quantile_cont range rank regexp_extract regexp_matches replace round row_number stddev string_agg strftime
		sum trim upper`
});

/** Offers the columns of the tables that the text names. */
function columnsOf(tables: readonly SqlTable[]) {
	return (context: CompletionContext) => {
		const word = context.matchBefore(/\w+/);
		if (!word && !context.explicit) return null;
		const text = context.state.doc.toString();
		const named = tables.filter(({ name }) => text.includes(name));
		const columns = new Map(
			named.flatMap(({ columns: all }) =>
				all.map(({ name, type }) => [name, { label: name, detail: type, boost: 1 }] as const)
			)
		);
		return { from: word?.from ?? context.pos, options: [...columns.values()], validFor: /^\w*$/ };
	};
}

function languageOf(tables: readonly SqlTable[]) {
	const schema: SQLNamespace = Object.fromEntries(
		tables.map(({ name, columns }) => [
			name,
			columns.map((column) => ({ label: column.name, detail: column.type, type: 'property' }))
		])
	);
	const support = sql({ dialect: DIALECT, schema, upperCaseKeywords: true });
	return [support, support.language.data.of({ autocomplete: columnsOf(tables) })];
}

/** Puts an editor for SQL into a shadow root; Tab leaves it. */
export function createEditor({ host, text, label, onChange, onRun }: EditorOptions): SqlEditor {
	const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
	const language = new Compartment();
	const run = () => {
		onRun();
		return true;
	};
	const view = new EditorView({
		parent: root,
		root,
		state: EditorState.create({
			doc: text,
			extensions: [
				Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
				highlightSpecialChars(),
				history(),
				drawSelection(),
				bracketMatching(),
				closeBrackets(),
				autocompletion({ activateOnTyping: true, icons: false }),
				keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
				language.of(languageOf([])),
				syntaxHighlighting(COLOURS),
				LOOK,
				EditorView.lineWrapping,
				EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
				EditorView.updateListener.of((update) => {
					if (update.docChanged) onChange(update.state.doc.toString());
				})
			]
		})
	});
	return {
		setText(next) {
			if (next === view.state.doc.toString()) return;
			view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
		},
		mark(fault) {
			const end = view.state.doc.length;
			const diagnostics = fault
				? [
						{
							from: Math.min(fault.place.from, end),
							to: Math.min(Math.max(fault.place.to, fault.place.from + 1), end),
							severity: 'error' as const,
							message: fault.message
						}
					]
				: [];
			view.dispatch(setDiagnostics(view.state, diagnostics));
		},
		know(tables) {
			view.dispatch({ effects: language.reconfigure(languageOf(tables)) });
		},
		focus(at) {
			view.focus();
			if (at !== undefined) {
				view.dispatch({ selection: { anchor: Math.min(at, view.state.doc.length) }, scrollIntoView: true });
			}
		},
		destroy: () => view.destroy()
	};
}
