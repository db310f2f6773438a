/** One section of a WebAssembly module: its id, its name where it is a custom section, and its bytes. */
interface Section {
	id: number;
	name: string;
	/** Where the section starts in the module, its header included. */
	start: number;
	/** Where its contents start. */
	body: number;
	end: number;
}

const CUSTOM = 0;
const IMPORTS = 2;
const EXPORTS = 7;
const HEADER_BYTES = 8;
/** Emscripten's loader reads memory and table sizes from it. */
const KEPT_CUSTOM_SECTION = 'dylink.0';

class Reader {
	constructor(
		readonly bytes: Uint8Array,
		public at = 0
	) {}

	byte(): number {
		const value = this.bytes[this.at++];
		if (value === undefined) throw new Error('The module ends in the middle of a section.');
		return value;
	}

	/** Unsigned LEB128. */
	number(): number {
		let result = 0;
		for (let factor = 1; ; factor *= 128) {
			const byte = this.byte();
			result += (byte & 0x7f) * factor;
			if (byte < 0x80) return result;
		}
	}

	text(): string {
		const length = this.number();
		this.at += length;
		return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
	}

	limits(): void {
		const flags = this.number();
		this.number();
		if (flags & 1) this.number();
	}
}

function sectionsOf(module: Uint8Array): Section[] {
	const reader = new Reader(module, HEADER_BYTES);
	const sections: Section[] = [];
	while (reader.at < module.length) {
		const start = reader.at;
		const id = reader.byte();
		const length = reader.number();
		const body = reader.at;
		const name = id === CUSTOM ? reader.text() : '';
		sections.push({ id, name, start, body, end: body + length });
		reader.at = body + length;
	}
	return sections;
}

/** Names of what the module imports from `GOT.func` and `GOT.mem`: symbols that the loader resolves by name. */
function globalOffsetNames(module: Uint8Array, section: Section): Set<string> {
	const reader = new Reader(module, section.body);
	const names = new Set<string>();
	for (let left = reader.number(); left > 0; left--) {
		const from = reader.text();
		const name = reader.text();
		if (from.startsWith('GOT.')) names.add(name);
		const kind = reader.byte();
		if (kind === 0) reader.number();
		else if (kind === 1) {
			reader.byte();
			reader.limits();
		} else if (kind === 2) reader.limits();
		else if (kind === 3) reader.at += 2;
		else if (kind === 4) {
			reader.byte();
			reader.number();
		} else throw new Error(`Unknown kind of import ${kind}: ${from}.${name}.`);
	}
	return names;
}

function leb128(value: number): number[] {
	const bytes: number[] = [];
	do {
		const low = value % 128;
		value = Math.floor(value / 128);
		bytes.push(value > 0 ? low | 0x80 : low);
	} while (value > 0);
	return bytes;
}

function exportSection(module: Uint8Array, section: Section, keep: (name: string) => boolean) {
	const reader = new Reader(module, section.body);
	const kept: Uint8Array[] = [];
	const before = reader.number();
	for (let left = before; left > 0; left--) {
		const start = reader.at;
		const name = reader.text();
		reader.byte();
		reader.number();
		if (keep(name)) kept.push(module.subarray(start, reader.at));
	}
	const body = Buffer.concat([Uint8Array.from(leb128(kept.length)), ...kept]);
	const bytes = Buffer.concat([Uint8Array.from([EXPORTS, ...leb128(body.length)]), body]);
	return { bytes, before, after: kept.length };
}

/** A module with fewer exports, and how many it had and has. */
export interface Trimmed {
	module: Uint8Array;
	before: number;
	after: number;
}

/**
 * The module with only those exports whose name stands in one of the loaders' JavaScript or in the
 * module's own GOT imports, and without the custom sections (`name`, `producers`) that nothing reads.
 * What is left cannot load extensions, which would link against the other exports.
 */
export function keepNamedExports(module: Uint8Array, loaders: string[]): Trimmed {
	const sections = sectionsOf(module);
	const imports = sections.find((section) => section.id === IMPORTS);
	const names = imports ? globalOffsetNames(module, imports) : new Set<string>();
	for (const loader of loaders) for (const [word] of loader.matchAll(/[A-Za-z_$][\w$]*/g)) names.add(word);
	const parts: Uint8Array[] = [module.subarray(0, HEADER_BYTES)];
	let before = 0;
	let after = 0;
	for (const section of sections) {
		if (section.id === CUSTOM && section.name !== KEPT_CUSTOM_SECTION) continue;
		if (section.id !== EXPORTS) {
			parts.push(module.subarray(section.start, section.end));
			continue;
		}
		const exports = exportSection(module, section, (name) => names.has(name));
		parts.push(exports.bytes);
		({ before, after } = exports);
	}
	return { module: Buffer.concat(parts), before, after };
}
