import { noteDefinitions, withoutNotes } from '../../package/index.ts';
import { m } from '../../words/index.ts';
import { safeMarkdown, type Targets } from './markdown.ts';

/** A part of a text below a heading of its own. */
export interface Section {
	id: string;
	title: string;
	html: string;
}

/** A note at the end of a page: where a statement is from. */
export interface Note {
	number: number;
	html: string;
}

/** A text of the learn pages, ready to be shown. */
export interface LearnText {
	title: string;
	/** Says as little as can be: it stands in tabs and histories. */
	tab: string;
	summary: string;
	/** The month of the last review, `2026-11`. */
	reviewed: string;
	/** What stands before the first heading. */
	start: string;
	sections: Section[];
	notes: Note[];
}

/** A text as it is written: what it says of itself, what stands before the first heading, and its parts. */
export interface RawText {
	about: Record<string, string>;
	start: string;
	sections: { id: string; title: string; text: string }[];
}

const HEADING = /^(#{1,2}) (.+?) \{#([\w-]+)\}$/;

/** Reads a text: a head of `name: words` between lines of hyphens, then parts below `## Title {#anchor}`. */
export function rawText(source: string): RawText {
	const text = source.replaceAll('\r\n', '\n');
	const [, head = '', rest = text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
	const about = head.split('\n').flatMap((line) => {
		const [, name, words] = /^(\w+): *(.+)$/.exec(line) ?? [];
		return name && words ? [[name, words] as const] : [];
	});
	const raw: RawText = { about: Object.fromEntries(about), start: '', sections: [] };
	const lines: string[] = [];
	const close = () => {
		const words = lines.splice(0).join('\n').trim();
		const last = raw.sections.at(-1);
		if (last) last.text = words;
		else raw.start = words;
	};
	for (const line of withoutNotes(rest).split('\n')) {
		const [, , title, id] = HEADING.exec(line) ?? [];
		if (title && id) {
			close();
			raw.sections.push({ id, title, text: '' });
		} else lines.push(line);
	}
	close();
	return raw;
}

/**
 * A text with its notes numbered in the order of their first use.
 * @param notes what notes say, by their names; those that the text defines itself come first
 * @throws where a note or a term is missing
 */
export function learnText(source: string, notes: ReadonlyMap<string, string>, targets: Targets): LearnText {
	const { about, start, sections } = rawText(source);
	const known = new Map([...notes, ...noteDefinitions(source)]);
	const numbers = new Map<string, number>();
	const around = {
		...targets,
		numberOf(name: string) {
			if (!known.has(name)) throw new Error(`There is no note ${name}.`);
			const number = numbers.get(name) ?? numbers.size + 1;
			numbers.set(name, number);
			return number;
		},
		used: new Set<number>(),
		noteWords: (number: number) => m.learn_note({ number })
	};
	const html = (text: string) => safeMarkdown(text, around);
	const shown = {
		start: html(start),
		sections: sections.map((each) => ({ ...each, html: html(each.text) }))
	};
	return {
		title: about['title'] ?? '',
		tab: about['tab'] ?? about['title'] ?? '',
		summary: about['summary'] ?? '',
		reviewed: about['reviewed'] ?? '',
		start: shown.start,
		sections: shown.sections.map(({ id, title, html: body }) => ({ id, title, html: body })),
		notes: [...numbers].map(([name, number]) => ({
			number,
			html: html(known.get(name) ?? '').replace(/^<p>|<\/p>\s*$/g, '')
		}))
	};
}
