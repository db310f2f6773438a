import type { CubeAnswer, CubeRow } from '../../cube/types.ts';

/** A figure that says something else than it did; what is withheld now never shows what it was. */
export interface FigureChange {
	after: CubeRow;
	/** Absent where the figure is withheld now. */
	before?: CubeRow;
}

/** What became of the figures of an answer between two versions of the data. */
export interface Changes {
	/** How many figures there are now. */
	count: number;
	changed: FigureChange[];
	/** Figures that were not there. */
	added: CubeRow[];
	/** The keys of figures that are not there any more; what they were is left unsaid. */
	gone: CubeRow['key'][];
}

const isWithheld = ({ status }: CubeRow) => status === '[c]';

/** Whether two rows say the same: number, marker and qualifier. */
function isSame(one: CubeRow, two: CubeRow): boolean {
	const exact = ({ qualifier }: CubeRow) => (qualifier === 'exact' ? '' : qualifier);
	return one.value === two.value && one.status === two.status && exact(one) === exact(two);
}

/**
 * Compares two answers to one question, figure by figure.
 * @param before from the earlier data
 * @param after from the data of now, whose order the changes keep
 */
export function changesOf(before: CubeAnswer, after: CubeAnswer): Changes {
	const { dimensions } = after.query;
	const idOf = ({ key }: CubeRow) => JSON.stringify(dimensions.map((name) => String(key[name] ?? '')));
	const old = new Map(before.rows.map((row) => [idOf(row), row]));
	const now = new Set(after.rows.map(idOf));
	const changed: FigureChange[] = [];
	const added: CubeRow[] = [];
	for (const row of after.rows) {
		const earlier = old.get(idOf(row));
		if (!earlier) added.push(row);
		else if (!isSame(earlier, row))
			changed.push(isWithheld(row) ? { after: row } : { after: row, before: earlier });
	}
	return {
		count: after.rows.length,
		changed,
		added,
		gone: before.rows.filter((row) => !now.has(idOf(row))).map(({ key }) => key)
	};
}
