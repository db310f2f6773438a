import {
	layoutOf,
	Looker,
	MOST_COLUMNS,
	MOST_ROWS,
	RowStream,
	type Corrections,
	type Encoding,
	type Layout,
	type OwnLook,
	type OwnRule
} from '../../package/own/index.ts';
import { NotInEncoding, textOf, type OnBytes, type Start } from './bytes.ts';
import { OwnFailure } from './failure.ts';

/** Takes a row below the header. */
export type TakeBodyRow = (cells: string[], line: number, rule?: OwnRule) => void;

/** How a text file is read. */
interface TextForm {
	packed: boolean;
	encoding: Encoding;
	strict: boolean;
	layout: Layout;
}

/**
 * Reads a text file from beginning to end.
 * @param onHeader is told the names of the columns first; where the file has none, as many empty ones
 * @returns the lines above the table
 */
export async function readText(
	file: Blob,
	form: TextForm,
	onHeader: (names: string[]) => void,
	onRow: TakeBodyRow,
	onBytes: OnBytes
): Promise<string[]> {
	const { delimiter, header, skip, width } = form.layout;
	let hasHeader = false;
	let rows = 0;
	const stream = new RowStream(delimiter, skip, (cells, line, rule) => {
		if (!hasHeader) {
			hasHeader = true;
			onHeader(header ? cells : Array.from({ length: width }, () => ''));
			if (header) return;
		}
		rows++;
		if (rows > MOST_ROWS) throw new OwnFailure('too-many-rows');
		onRow(cells, line, rule);
	});
	for await (const piece of textOf(file, form, onBytes)) stream.push(piece);
	stream.end();
	return stream.above;
}

/** Looks through a text file; one that is not UTF-8 to its end is read again as Windows-1252. */
export async function lookAtText(
	file: Blob,
	start: Start,
	said: Corrections,
	threshold: number | undefined,
	onBytes: OnBytes
): Promise<OwnLook> {
	const layout = layoutOf(start.text, said);
	if (layout.width > MOST_COLUMNS) throw new OwnFailure('too-many-columns', String(layout.width));
	const look = async (encoding: Encoding, strict: boolean): Promise<OwnLook> => {
		let looker: Looker | undefined;
		const { delimiter } = layout;
		const onHeader = (names: string[]) =>
			(looker = new Looker(names, threshold === undefined ? { delimiter } : { delimiter, threshold }));
		const form = { packed: start.packed, encoding, strict, layout };
		const above = await readText(
			file,
			form,
			onHeader,
			(cells, line, rule) => looker?.add(cells, line, rule),
			onBytes
		);
		if (!looker) throw new OwnFailure('empty');
		return {
			format: 'text',
			packed: start.packed,
			encoding,
			marked: start.marked && encoding === start.encoding,
			layout,
			notes: above.map((line) => line.replace(/^# ?/, '')),
			...looker.end()
		};
	};
	const isGuess = said.encoding === undefined && start.encoding === 'utf-8';
	try {
		return await look(start.encoding, isGuess);
	} catch (error) {
		if (!(error instanceof NotInEncoding)) throw error;
		return look('windows-1252', false);
	}
}
