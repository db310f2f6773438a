import { describe, expect, it } from 'vitest';
import { keepNamedExports } from '../../../scripts/engine/wasm-exports.ts';

const text = (name: string) => [name.length, ...new TextEncoder().encode(name)];
const section = (id: number, ...body: number[]) => [id, body.length, ...body];

/** A module that imports one symbol by name and exports functions, all the same one. */
function module(exports: string[], customs: string[] = []): Uint8Array {
	return Uint8Array.from([
		...[0, 97, 115, 109, 1, 0, 0, 0],
		...customs.flatMap((name) => section(0, ...text(name), 1, 2, 3)),
		...section(1, 1, 0x60, 0, 0),
		...section(
			2,
			2,
			...text('GOT.func'),
			...text('resolved'),
			3,
			0x7f,
			1,
			...text('env'),
			...text('memory'),
			2,
			0,
			1
		),
		...section(3, 1, 0),
		...section(7, exports.length, ...exports.flatMap((name) => [...text(name), 0, 0])),
		...section(10, 1, 2, 0, 0x0b)
	]);
}

const exportsOf = (bytes: Uint8Array) =>
	WebAssembly.Module.exports(new WebAssembly.Module(Uint8Array.from(bytes))).map((each) => each.name);
const LOADER = 'x.used(1); y["_also$used"]; // unusedButLonger';

describe('keepNamedExports', () => {
	it('keeps what a loader or the module itself names, whole words only', () => {
		const all = ['used', 'unused', '_also$used', 'resolved', 'memory', 'us'];
		const { module: kept, before, after } = keepNamedExports(module(all), [LOADER]);
		expect(exportsOf(kept)).toEqual(['used', '_also$used', 'resolved']);
		expect([before, after]).toEqual([6, 3]);
	});

	it('drops the sections that nothing reads', () => {
		const { module: kept } = keepNamedExports(module(['used'], ['name', 'dylink.0', 'producers']), [LOADER]);
		const compiled = new WebAssembly.Module(Uint8Array.from(kept));
		const lengths = ['name', 'dylink.0', 'producers'].map(
			(name) => WebAssembly.Module.customSections(compiled, name).length
		);
		expect(lengths).toEqual([0, 1, 0]);
	});

	it('refuses a module that is cut off', () => {
		expect(() => keepNamedExports(module(['used']).subarray(0, 30), [LOADER])).toThrow(/ends in the middle/);
	});
});
