import { isEarlier } from './earlier.ts';
import type { Constraint, Finding, System, SystemCell } from './types.ts';

/** A sum of withheld cells, and how much was left for it in each release. */
interface WithheldSum {
	cells: number[];
	/** Whether all its cells count alike, so that it is a sum and not a difference of withheld figures. */
	isPlain: boolean;
	now: number[];
	then: number[];
}

const tableOf = ({ over }: Constraint): string => over.slice(0, over.lastIndexOf('.'));

/** The equations over withheld cells that both releases have, by what they sum. */
function withheldSums({ cells, constraints }: System): WithheldSum[] {
	const sums = new Map<string, WithheldSum>();
	for (const each of constraints) {
		if (each.lower !== each.upper) continue;
		let rest = each.upper;
		const left: [id: number, coefficient: number][] = [];
		each.cells.forEach((id, index) => {
			const coefficient = each.coefficients[index] ?? 0;
			const value = cells[id]?.value ?? null;
			if (value === null) left.push([id, coefficient]);
			else rest -= coefficient * value;
		});
		if (left.length === 0) continue;
		left.sort(([one], [two]) => one - two);
		const sign = Math.sign(left[0]?.[1] ?? 1);
		const signed = left.map(([id, coefficient]): [number, number] => [id, sign * coefficient]);
		const key = JSON.stringify(signed);
		const isPlain = signed.every(([, coefficient]) => coefficient === 1);
		const sum = sums.get(key) ?? { cells: left.map(([id]) => id), isPlain, now: [], then: [] };
		(isEarlier(tableOf(each)) ? sum.then : sum.now).push(sign * rest);
		sums.set(key, sum);
	}
	return [...sums.values()];
}

/** The least change of a sum between the releases; 0 where it did not change, or only one of them has it. */
function changeOf({ now, then }: WithheldSum): number {
	const changes = now.flatMap((one) => then.map((other) => Math.abs(one - other)));
	return changes.length === 0 || changes.includes(0) ? 0 : Math.min(...changes);
}

function findingOf(sum: WithheldSum, cells: readonly SystemCell[]): Finding[] {
	const meant = sum.cells
		.flatMap((id) => cells[id] ?? [])
		.filter((cell) => cell.controlled && cell.mode !== 'off');
	const cell = meant.find(({ mode }) => mode === 'protect') ?? meant[0];
	const at = cell?.standings.find(({ table }) => !isEarlier(table));
	const threshold = Math.max(...meant.map((each) => each.threshold));
	if (!cell || !at || !sum.isPlain || changeOf(sum) >= threshold) return [];
	return [{ kind: 'moved-by-few', mode: cell.mode, at, threshold }];
}

/**
 * Sums of withheld figures that differ between two releases: some of those figures were revised, so each of them
 * becomes two, one a release. Where such a sum changed by fewer than the threshold, readers learn that so few were
 * added or taken away, and it is found.
 * @param system of both releases; returned as it is where no such sum changed
 */
export function splitMoved<Built extends System>(system: Built): { system: Built; findings: Finding[] } {
	const moved = withheldSums(system).filter((sum) => changeOf(sum) > 0);
	if (moved.length === 0) return { system, findings: [] };
	const cells = system.cells.map((cell) => ({ ...cell }));
	const twin = new Map<number, number>();
	for (const id of new Set(moved.flatMap((sum) => sum.cells))) {
		const cell = cells[id];
		const before = cell?.standings.filter(({ table }) => isEarlier(table)) ?? [];
		if (!cell || before.length === 0 || before.length === cell.standings.length) continue;
		cell.standings = cell.standings.filter(({ table }) => !isEarlier(table));
		twin.set(id, cells.length);
		cells.push({ ...cell, id: cells.length, standings: before });
	}
	const constraints = system.constraints.map((each) =>
		isEarlier(tableOf(each)) ? { ...each, cells: each.cells.map((id) => twin.get(id) ?? id) } : each
	);
	const cellOf = new Map(
		[...system.cellOf].map(([name, at]) => [
			name,
			isEarlier(name) ? at.map((id) => (id === undefined ? id : (twin.get(id) ?? id))) : at
		])
	);
	return {
		system: { ...system, cells, constraints, cellOf },
		findings: moved.flatMap((sum) => findingOf(sum, system.cells))
	};
}
