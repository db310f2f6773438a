import { m } from '../../words/index.ts';
import type { ShownHelpLine } from './types.ts';

/** How a text message is sent: "Text HELP to 12345". */
export function textWords({ text = '', textWord }: ShownHelpLine): string {
	return textWord ? m.help_text_word({ word: textWord, number: text }) : m.help_text({ number: text });
}

const KINDS = {
	emergency: m.help_kind_emergency,
	trafficking: m.help_kind_trafficking,
	victims: m.help_kind_victims,
	children: m.help_kind_children,
	other: m.help_kind_other
};

/** Whom a line is for, in a word or two; undefined where nothing says so. */
export function kindWords({ kind }: ShownHelpLine): string | undefined {
	return kind && KINDS[kind]();
}

/** How far the number can be trusted. */
export function checkedWords({ checked, source }: ShownHelpLine): string {
	if (checked) return m.help_checked({ day: checked });
	return source ? m.help_unchecked() : m.help_no_source();
}
