import type { Category, Status } from '../types.ts';
import { readFigure, statusOfMark } from './figures.ts';
import { keyTexts } from './keyTexts.ts';
import { Codes, isTotal, kindOfLabel } from './labels.ts';
import { cellLeft } from './leftOut.ts';
import { periodIn } from './periods.ts';
import { rowSums, type LabelledRow } from './rowSums.ts';
import { labelOfColumn, type Dimension, type Shape } from './shape.ts';
import type {
	Answers,
	BodyRow,
	FigureColumn,
	FoundTable,
	LeftOut,
	LeftOutWhy,
	NumberStyle
} from './types.ts';

/** The code of rows that a table leaves empty in a column. */
export const NOT_STATED = 'not_stated';

/** One figure: its codes by dimension, its number or `''`, and its marker. */
export interface TidyRow {
	codes: string[];
	number: string;
	status: Status;
	/** The line of the file from which it comes. */
	line: number;
}

const MEANINGS: Record<string, Status> = { withheld: '[c]', unavailable: '[x]', inapplicable: '[z]' };

/** Reads the cells of one table by the answers. */
export class Tidying {
	readonly leftOut: LeftOut[] = [];
	readonly rows: TidyRow[] = [];
	private readonly codes: Codes[];
	private readonly kinds: Map<string, Category['kind']>[];
	private readonly style: NumberStyle;
	/** What the mark of the row's period says of its figures. */
	private rowStatus: Status = '';
	/** What the key columns say of each row. */
	private readonly texts: ReturnType<typeof keyTexts>;

	constructor(
		private readonly table: FoundTable,
		private readonly shape: Shape,
		private readonly answers: Answers
	) {
		this.codes = shape.dimensions.map(() => new Codes());
		this.kinds = shape.dimensions.map(() => new Map<string, Category['kind']>());
		const other = table.style === 'comma' ? 'point' : 'comma';
		this.texts = keyTexts(table);
		this.style = this.answer('numbers') === 'fraction' ? other : table.style;
	}

	private answer(id: string): string | undefined {
		return this.answers[`${this.table.name}.${id}`];
	}

	private leave(row: BodyRow, index: number, why: LeftOutWhy): void {
		const value = row.cells[index] ?? '';
		const isTold = this.table.isFurther && this.table.keys.some((key) => key.index === index);
		if (value === '' || isTold) return;
		const column = this.table.columns[index] ?? '';
		this.leftOut.push(cellLeft({ file: this.table.file, row: row.line, column }, value, why));
	}

	private leaveKeys(row: BodyRow, why: LeftOutWhy): void {
		for (const { index } of this.table.keys) this.leave(row, index, why);
	}

	private codeFor(at: number, label: string, kind: Category['kind']): string {
		const code = this.codes[at]?.of(label) ?? label;
		this.kinds[at]?.set(label, kind);
		return code;
	}

	/** The codes of a row that all its figures share, `undefined` where a column differs; or why the row has no place. */
	private rowCodes(row: BodyRow): (string | undefined)[] | LeftOutWhy {
		const texts = this.texts.get(row);
		if (!texts) return 'total-of-what';
		const codes: (string | undefined)[] = [];
		for (const [at, { origin, role, grain }] of this.shape.dimensions.entries()) {
			if (origin.kind === 'constant') {
				codes.push(role === 'time' ? origin.value : this.codeFor(at, origin.value, undefined));
			} else if (origin.kind === 'section') {
				codes.push(
					row.section === undefined
						? this.notStated(at)
						: this.codeFor(at, row.section, kindOfLabel(row.section))
				);
			} else if (origin.kind === 'column') {
				const text = texts.get(origin.key.index) ?? '';
				if (role === 'time' && grain) {
					const period = periodIn(text, grain);
					if (!period) return isTotal(text) ? 'total-over-time' : 'no-time';
					this.rowStatus = statusOfMark(period.mark);
					if (period.mark !== '' && this.rowStatus === '') this.leave(row, origin.key.index, 'mark');
					codes.push(period.text);
				} else codes.push(text === '' ? this.notStated(at) : this.codeFor(at, text, kindOfLabel(text)));
			} else codes.push(undefined);
		}
		return codes;
	}

	private notStated(at: number): string {
		this.kinds[at]?.set(NOT_STATED, 'unknown');
		return NOT_STATED;
	}

	private columnCode(at: number, { origin }: Dimension, column: FigureColumn): string {
		if (origin.kind === 'period') return column.period ?? '';
		const label = labelOfColumn(column, this.shape.isWide) || this.table.title;
		return this.codeFor(at, label, this.columnKind(label));
	}

	/** What a figure column is among those of its total. */
	private columnKind(label: string): Category['kind'] {
		const { sums } = this.table;
		const kind = kindOfLabel(label);
		if (sums?.total === label) return 'total';
		if (sums && Object.hasOwn(sums.within, label)) return 'composite';
		return sums?.isSeen && kind !== 'unknown' ? undefined : kind;
	}

	/** Number and marker of a cell; nothing where it gives no figure. */
	private figure(row: BodyRow, column: FigureColumn): Pick<TidyRow, 'number' | 'status'> | undefined {
		const cell = row.cells[column.index] ?? '';
		const figure = readFigure(cell, this.style);
		switch (figure.kind) {
			case 'number':
				if (figure.mark !== '') this.leave(row, column.index, 'mark');
				return { ...figure, status: figure.status || this.rowStatus || statusOfMark(column.mark ?? '') };
			case 'marker':
				return { number: '', status: figure.status };
			case 'range':
				this.leave(row, column.index, 'range');
				return { number: '', status: '[c]' };
			case 'placeholder': {
				const meaning = this.answer(`sign.${cell}`) ?? 'unavailable';
				if (meaning === 'zero') return { number: '0', status: '' };
				const status = MEANINGS[meaning];
				this.leave(row, column.index, status === undefined ? 'marked-out' : 'mark');
				return status === undefined ? undefined : { number: '', status };
			}
			case 'unread':
				this.leave(row, column.index, 'unread-figure');
				return undefined;
			case 'empty':
				return undefined;
		}
	}

	row(row: BodyRow): void {
		this.rowStatus = '';
		const shared = this.rowCodes(row);
		if (typeof shared === 'string') {
			this.leaveKeys(row, shared);
			for (const { index } of this.shape.figures) this.leave(row, index, shared);
			return;
		}
		let count = 0;
		for (const column of this.shape.figures) {
			const figure = this.figure(row, column);
			if (!figure) continue;
			count++;
			const codes = shared.map((code, at) => {
				const dimension = this.shape.dimensions[at];
				return code ?? (dimension ? this.columnCode(at, dimension, column) : '');
			});
			this.rows.push({ codes, number: figure.number, status: figure.status, line: row.line });
		}
		if (count === 0) this.leaveKeys(row, 'no-figure');
	}

	/** The labels of parts by those of the sums among the values of a dimension. */
	private sumsOver(at: number): ReadonlyMap<string, string[]> {
		const { origin, role } = this.shape.dimensions[at] ?? {};
		if (origin?.kind === 'label') return new Map(Object.entries(this.table.sums?.within ?? {}));
		if (origin?.kind !== 'column' || (role !== 'category' && role !== 'place')) return new Map();
		const labels = new Map(this.codes[at]?.all);
		const rows = new Map<string, LabelledRow & { numbers: Map<string, number | undefined> }>();
		for (const { codes, number } of this.rows) {
			const label = labels.get(codes[at] ?? '');
			if (label === undefined) continue;
			const row = rows.get(label) ?? { label, numbers: new Map<string, number | undefined>() };
			rows.set(label, row);
			row.numbers.set(JSON.stringify(codes.toSpliced(at, 1)), number === '' ? undefined : Number(number));
		}
		return rowSums([...rows.values()]);
	}

	/** The values of a dimension with their labels; nothing of a period. */
	categories(at: number): Category[] | undefined {
		if (this.shape.dimensions[at]?.role === 'time') return undefined;
		const used = new Set(this.rows.map(({ codes }) => codes[at]));
		const seen = this.sumsOver(at);
		const kinds = this.kinds[at] ?? new Map<string, Category['kind']>();
		let hasTotal = false;
		const listed = (this.codes[at]?.all ?? []).flatMap(([value, label]): Category[] => {
			if (!used.has(value)) return [];
			const kind = kinds.get(label);
			// A column has one total; a second one overlaps.
			const own = (kind === 'total' && hasTotal) || seen.has(label) ? 'composite' : kind;
			hasTotal ||= kind === 'total';
			const parts =
				own === 'composite' ? seen.get(label)?.map((part) => this.codes[at]?.of(part) ?? part) : undefined;
			return [{ value, label, ...(own === undefined ? {} : { kind: own }), ...(parts ? { parts } : {}) }];
		});
		const isMissing = used.has(NOT_STATED) && !listed.some(({ value }) => value === NOT_STATED);
		return isMissing ? [...listed, { value: NOT_STATED, label: NOT_STATED, kind: 'unknown' }] : listed;
	}
}
