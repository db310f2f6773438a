import { sqlName, uniqueName } from '../own/names.ts';
import { isTotal, unitIn } from './labels.ts';
import { grainOf, periodsOf } from './periods.ts';
import type { Answers, FigureColumn, FoundTable, Grain, KeyColumn, LeftOutWhy } from './types.ts';

/** Where the values of a dimension stand in the file. */
export type Origin =
	| { kind: 'column'; key: KeyColumn }
	| { kind: 'period' }
	| { kind: 'label' }
	| { kind: 'section' }
	| { kind: 'constant'; value: string };

/** A dimension of the long table. */
export interface Dimension {
	/** The name of its column in the package. */
	name: string;
	/** Its name in the file; `''` where the file has none. */
	title: string;
	role: KeyColumn['role'];
	grain?: Grain;
	origin: Origin;
}

/** A table as it is going to be: one figure a row. */
export interface Shape {
	dimensions: Dimension[];
	/** The figure columns that are taken. */
	figures: FigureColumn[];
	dropped: { column: FigureColumn; why: LeftOutWhy }[];
	/** Whether the headers of figure columns name periods, which become a column. */
	isWide: boolean;
	/** What the headers of figure columns tell apart beside periods; a single one tells nothing. */
	labels: string[];
}

/** The name of a column in the package: plain letters, no word of SQL, none that stands for something else. */
function fieldName(title: string, taken: ReadonlySet<string>): string {
	const name = sqlName(title);
	const [, rest] = /^_(.*)$/.exec(name) ?? [];
	const plain = rest === undefined ? name : /^\d/.test(rest) ? `n_${rest}` : `${rest}_name`;
	return uniqueName(plain || 'category', taken);
}

const KEPT = ['status', 'value', 'source_id', 'measure', 'unit', 'basis', 'year', 'period', 'section'];

/** What a column of groups is called that has no name in its file. */
export const KIND = 'kind';

/** What the header of a figure column says beside the period. */
export function labelOfColumn({ label, name }: FigureColumn, isWide: boolean): string {
	return isWide ? label : name;
}

/** Whether figure columns tell groups of one thing apart, such as women and men: none of their names says what is counted. */
export function areGroups({ sums }: FoundTable, labels: readonly string[]): boolean {
	return sums !== undefined || !labels.some((label) => unitIn(label));
}

/** What the figures of a table are told apart by, as far as the answers say it. */
export function shapeOf(table: FoundTable, answers: Answers): Shape {
	const answer = (id: string) => answers[`${table.name}.${id}`];
	const time = table.keys.find(({ role }) => role === 'time');
	const isWide = !time && table.figures.some(({ period }) => period !== undefined);
	const taken = table.figures.filter(({ period }) => !isWide || period !== undefined);
	const labels = [...new Set(taken.map((column) => labelOfColumn(column, isWide)))];
	const dimensions: Dimension[] = [];
	const names = new Set<string>(KEPT);
	if (time?.grain) {
		const name = time.grain === 'year' ? 'year' : 'period';
		dimensions.push({
			name,
			title: time.name,
			role: 'time',
			grain: time.grain,
			origin: { kind: 'column', key: time }
		});
	} else if (isWide) {
		const grain = grainOf(taken.map(({ period }) => period ?? '')) ?? 'month';
		dimensions.push({
			name: grain === 'year' ? 'year' : 'period',
			title: '',
			role: 'time',
			grain,
			origin: { kind: 'period' }
		});
	} else {
		const [period] = periodsOf(answer('period') ?? table.year ?? '');
		if (period) {
			const { grain, text: value } = period;
			const name = grain === 'year' ? 'year' : 'period';
			dimensions.push({ name, title: '', role: 'time', grain, origin: { kind: 'constant', value } });
		}
	}
	if (table.hasSections)
		dimensions.push({ name: 'section', title: '', role: 'category', origin: { kind: 'section' } });
	for (const key of table.keys) {
		if (key === time) continue;
		const own = ['measure', 'unit', 'basis'].includes(key.role) ? key.role : '';
		const name = own === '' ? fieldName(key.name, names) : own;
		names.add(name);
		dimensions.push({ name, title: key.name, role: key.role, origin: { kind: 'column', key } });
	}
	const hasMeasure = dimensions.some(({ role }) => role === 'measure');
	// Figures that nothing else tells apart are told apart by the name of their column.
	if (labels.length > 1 || dimensions.length === 0) {
		const isMeasure =
			!hasMeasure &&
			(answer('columns') ?? (areGroups(table, labels) ? 'category' : 'measure')) !== 'category';
		const measure = { name: 'measure', title: '', role: 'measure' as const };
		const groups = table.groups ?? { name: KIND, title: '', role: 'category' as const };
		dimensions.push({
			...(isMeasure ? measure : { ...groups, name: fieldName(groups.name, names) }),
			origin: { kind: 'label' }
		});
	}
	const basis = answer('basis') ?? '';
	if (basis !== '' && !dimensions.some(({ role }) => role === 'basis')) {
		dimensions.push({ name: 'basis', title: '', role: 'basis', origin: { kind: 'constant', value: basis } });
	}
	return {
		dimensions,
		figures: taken,
		dropped: table.figures
			.filter((column) => !taken.includes(column))
			.map((column) => ({ column, why: isTotal(column.label) ? 'total-over-time' : 'beside-periods' })),
		isWide,
		labels
	};
}
