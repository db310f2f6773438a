/** A JSON text that does not parse: where (both from 1) and why. */
export class JsonFault extends Error {
	constructor(
		message: string,
		readonly line: number,
		readonly column: number
	) {
		super(message);
	}
}

const DEEPEST = 100;
const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const WORDS: [string, boolean | null][] = [
	['true', true],
	['false', false],
	['null', null]
];

class Reader {
	private at = 0;
	readonly lines = new Map<string, number>();

	constructor(private readonly text: string) {}

	private line(): number {
		return this.text.slice(0, this.at).split('\n').length;
	}

	private fail(message: string): never {
		const column = this.at - (this.text.lastIndexOf('\n', this.at - 1) + 1) + 1;
		throw new JsonFault(message, this.line(), column);
	}

	private match(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text)?.[0];
		this.at += found?.length ?? 0;
		return found;
	}

	private skipSpace(): string {
		this.match(SPACE);
		return this.text[this.at] ?? '';
	}

	private string(): string {
		const raw = this.match(STRING);
		if (raw === undefined) this.fail('a text in double quotes is broken or not closed');
		return JSON.parse(raw) as string;
	}

	private expect(mark: string, message: string): void {
		if (this.skipSpace() !== mark) this.fail(message);
		this.at++;
	}

	/** Steps over a comma (true) or the closing bracket (false). */
	private more(close: string): boolean {
		const mark = this.skipSpace();
		if (mark !== ',' && mark !== close) this.fail(`"," or "${close}" is missing`);
		const comma = this.at++;
		if (mark === ',' && this.skipSpace() === close) {
			this.at = comma;
			this.fail(`a comma stands before "${close}"`);
		}
		return mark === ',';
	}

	private object(path: string, depth: number): Record<string, unknown> {
		const result: Record<string, unknown> = {};
		this.at++;
		if (this.skipSpace() === '}') return (this.at++, result);
		do {
			if (this.skipSpace() !== '"') this.fail('a name in double quotes is missing');
			const start = this.at;
			const name = this.string();
			if (Object.hasOwn(result, name) || name === '__proto__') {
				this.at = start;
				this.fail(`the name "${name}" stands twice or is not allowed`);
			}
			const inner = path === '' ? name : `${path}.${name}`;
			this.lines.set(inner, this.currentLine(start));
			this.expect(':', `":" after "${name}" is missing`);
			result[name] = this.value(inner, depth);
		} while (this.more('}'));
		return result;
	}

	private array(path: string, depth: number): unknown[] {
		const result: unknown[] = [];
		this.at++;
		if (this.skipSpace() === ']') return (this.at++, result);
		do {
			const inner = `${path}[${result.length}]`;
			this.skipSpace();
			this.lines.set(inner, this.currentLine(this.at));
			result.push(this.value(inner, depth));
		} while (this.more(']'));
		return result;
	}

	private counted = { at: 0, line: 1 };

	/** The line of an index that never goes back. */
	private currentLine(index: number): number {
		for (; this.counted.at < index; this.counted.at++) {
			if (this.text[this.counted.at] === '\n') this.counted.line++;
		}
		return this.counted.line;
	}

	private value(path: string, depth: number): unknown {
		if (depth > DEEPEST) this.fail('brackets are nested too deeply');
		const mark = this.skipSpace();
		if (mark === '{') return this.object(path, depth + 1);
		if (mark === '[') return this.array(path, depth + 1);
		if (mark === '"') return this.string();
		for (const [word, meaning] of WORDS) {
			if (this.text.startsWith(word, this.at)) return ((this.at += word.length), meaning);
		}
		const number = this.match(NUMBER);
		if (number === undefined) this.fail(mark === '' ? 'the text ends too early' : 'a value is missing');
		return Number(number);
	}

	document(): unknown {
		const value = this.value('', 0);
		if (this.skipSpace() !== '') this.fail('something follows the end');
		return value;
	}
}

/**
 * Parses JSON and tells the line of each part by its path (`resources[2].schema.fields[0].role`), so
 * that a fault in its meaning can name a line. Stricter than `JSON.parse`: a name may stand only once.
 *
 * @throws JsonFault where it is not JSON
 */
export function parseJson(text: string): { value: unknown; lines: Map<string, number> } {
	const reader = new Reader(text);
	return { value: reader.document(), lines: reader.lines };
}
