import { FIRST_ROWS, MOST_FAULTS, SMALL_COUNT } from './limits.ts';
import { columnNames, uniqueName } from './names.ts';
import { Combinations, peopleFinding } from './people.ts';
import { personalFindings } from './personal.ts';
import { roleOf } from './roles.ts';
import { hintsOf, typeOf } from './suggest.ts';
import { ColumnTally } from './tally.ts';
import type { Delimiter, OwnColumn, OwnFault, OwnFaults, OwnLook, OwnRule, OwnType } from './types.ts';

/** Collects faults: the first ones and their number. */
export class Faults implements OwnFaults {
	readonly first: OwnFault[] = [];
	count = 0;

	add(fault: OwnFault): void {
		this.count++;
		if (this.first.length < MOST_FAULTS) this.first.push(fault);
	}
}

const LONGEST_SHOWN = 200;

/** What is wrong with a row as a whole; such a row is kept out. */
export function rowFault(
	cells: readonly string[],
	line: number,
	width: number,
	rule?: OwnRule
): OwnFault | undefined {
	const shown = () => cells.join(' · ').slice(0, LONGEST_SHOWN);
	if (rule) return { line, value: shown(), rule };
	if (cells.length === width) return undefined;
	return {
		line,
		value: shown(),
		rule: cells.length < width ? 'too-few' : 'too-many',
		found: cells.length,
		needed: width
	};
}

/** Whether a line has nothing on it; in a table of one column that is an empty cell. */
export function isBlank(cells: readonly string[], width: number): boolean {
	return width > 1 && cells.length === 1 && cells[0] === '';
}

/** What is found about rows alone, whatever the form of the file. */
export type TableLook = Pick<
	OwnLook,
	'rows' | 'keptOut' | 'blank' | 'columns' | 'first' | 'people' | 'faults'
>;

/** Looks at every row of a table once, and says what is in it. */
export class Looker {
	rows = 0;
	private keptOut = 0;
	private blank = 0;
	private readonly first: string[][] = [];
	private readonly faults = new Faults();
	private readonly tallies: ColumnTally[];
	private readonly combinations: Combinations;

	/**
	 * @param originals names of the columns in the file
	 * @param options `threshold`: counts below it are pointed out; `types`: those that the file itself declares; `delimiter`: what
	 * stands between cells
	 */
	constructor(
		private readonly originals: readonly string[],
		private readonly options: {
			threshold?: number;
			types?: readonly (OwnType | undefined)[];
			delimiter?: Delimiter;
		} = {}
	) {
		const { threshold = SMALL_COUNT } = options;
		this.tallies = originals.map(() => new ColumnTally(originals.length, threshold));
		this.combinations = new Combinations(originals);
	}

	/** Takes one row below the header. */
	add(cells: readonly string[], line: number, rule?: OwnRule): void {
		const width = this.originals.length;
		if (!rule && isBlank(cells, width)) {
			this.blank++;
			return;
		}
		const fault = rowFault(cells, line, width, rule);
		if (fault) {
			this.faults.add(fault);
			this.keptOut++;
			return;
		}
		this.rows++;
		if (this.first.length < FIRST_ROWS) this.first.push([...cells]);
		for (let index = 0; index < width; index++) {
			const cell = cells[index] ?? '';
			this.tallies[index]?.add(cell, line);
			if (cell.includes('\ufffd'))
				this.faults.add({
					line,
					column: this.originals[index] ?? '',
					value: cell.slice(0, LONGEST_SHOWN),
					rule: 'unreadable'
				});
		}
		this.combinations.add(cells);
	}

	/** What was found, after the last row. */
	end(): TableLook {
		this.tallies.forEach((tally) => tally.end());
		const { delimiter } = this.options;
		const names = columnNames(this.originals);
		const taken = new Set(names);
		const columns = this.tallies.map((tally, index): OwnColumn => {
			const original = this.originals[index] ?? '';
			const declared = this.options.types?.[index];
			const fits = declared && (declared === 'text' || tally.fitsAll(declared));
			const type = fits ? declared : typeOf(original, tally, delimiter);
			const name = names[index] ?? '';
			const statusName = uniqueName(`${name}_status`, taken);
			if (tally.markers > 0) taken.add(statusName);
			const areMarkers = tally.filled > 0 && tally.bareMarkers === tally.filled;
			const role = roleOf(original, type, areMarkers);
			return {
				index,
				original,
				name,
				statusName,
				type,
				role,
				cells: tally.cells,
				empty: tally.empty,
				markers: tally.markers,
				small: tally.small,
				apostrophes: tally.apostrophes,
				misfits: tally.misfits,
				hints: declared ? [] : hintsOf(type, tally, delimiter),
				personal: personalFindings(original, type, tally)
			};
		});
		const people = peopleFinding(columns, this.tallies, this.combinations);
		return {
			rows: this.rows,
			keptOut: this.keptOut,
			blank: this.blank,
			columns,
			first: this.first,
			...(people ? { people } : {}),
			faults: { first: this.faults.first, count: this.faults.count }
		};
	}
}
