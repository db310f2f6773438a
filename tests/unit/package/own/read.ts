import {
	layoutOf,
	Looker,
	RowStream,
	type Corrections,
	type OwnLook
} from '../../../../src/lib/package/own/index.ts';

/** Looks at a text as the worker does. */
export function lookAtText(
	text: string,
	said: Corrections = {}
): Pick<OwnLook, 'columns' | 'rows' | 'faults' | 'people' | 'keptOut' | 'blank'> & { notes: string[] } {
	const layout = layoutOf(text, said);
	let looker: Looker | undefined;
	const stream = new RowStream(layout.delimiter, layout.skip, (cells, line, rule) => {
		if (looker) return looker.add(cells, line, rule);
		looker = new Looker(layout.header ? cells : cells.map(() => ''), { delimiter: layout.delimiter });
		if (!layout.header) looker.add(cells, line, rule);
	});
	stream.push(text);
	stream.end();
	if (!looker) throw new Error('There is no row.');
	return { notes: stream.above, ...looker.end() };
}

/** The column of a look by its name in SQL. */
export function columnOf(look: Pick<OwnLook, 'columns'>, name: string) {
	const found = look.columns.find((column) => column.name === name);
	if (!found) throw new Error(`There is no column ${name}.`);
	return found;
}
