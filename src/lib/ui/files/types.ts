import type { ChartView } from '../../charts/types.ts';
import type { Citable } from '../../outputs/cite/types.ts';
import type { CodeSnippets } from '../../outputs/code/types.ts';
import type { FileTable } from '../../outputs/files/types.ts';
import type { Shown } from '../filters/ask.ts';
import type { Selection } from '../filters/selection.ts';

/** What the panel of files is made of; functions are asked when a reader wants what they give. */
export interface FilesProps {
	/** The figures that are shown. */
	table: () => FileTable | Promise<FileTable>;
	/** JSON of the caller's own, in place of the table's. */
	json?: (() => string | Promise<string>) | undefined;
	/** Programs that ask the same of the published files. Must be another function when the question is another. */
	code?: (() => CodeSnippets | Promise<CodeSnippets>) | undefined;
	cite?: Citable | undefined;
	/** The full address that names the data version. */
	permalink?: { address: string; version: string } | undefined;
}

/** What the files of a chart are made of. */
export interface ChartFilesProps {
	view: ChartView;
	/** What a filter of the page made of the chart. */
	shown: Shown | undefined;
	selection: Selection;
	/** Address of the published site, and whether the data of this version stay at their address. */
	site: { address: string; configured: boolean; kept: boolean };
}
