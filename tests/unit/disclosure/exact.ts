import { partsOf } from '../../../src/lib/disclosure/parts.ts';
import { Ranges } from '../../../src/lib/disclosure/range.ts';
import { settled } from '../../../src/lib/disclosure/settle.ts';
import type { Solver } from '../../../src/lib/disclosure/index.ts';
import type { System } from '../../../src/lib/disclosure/types.ts';

/** The least and greatest whole number that each withheld cell can have, by id. */
export function intervalsOf(system: System, solver: Solver): Map<number, [least: number, most: number]> {
	const found = new Map<number, [number, number]>();
	for (const part of partsOf(settled(system, solver).system)) {
		const ranges = new Ranges(part, solver);
		part.cells.forEach(({ id }, index) => {
			const { least, most } = ranges.exact(index);
			found.set(id, [least, most]);
		});
		ranges.dispose();
	}
	return found;
}
