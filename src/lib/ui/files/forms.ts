import type { FileTable } from '../../outputs/files/types.ts';

/** Forms that are saved as a file. */
export type FileForm = 'csv' | 'json' | 'parquet';

/** Forms that are copied as text. */
export type TextForm = 'markdown' | 'tsv';

const TYPES: Record<FileForm, string> = {
	csv: 'text/csv;charset=utf-8',
	json: 'application/json;charset=utf-8',
	parquet: 'application/vnd.apache.parquet'
};

async function content(
	form: FileForm,
	table: FileTable,
	json?: () => string | Promise<string>
): Promise<BlobPart> {
	switch (form) {
		case 'csv':
			return (await import('../../outputs/files/fileCsv.ts')).fileCsv(table);
		case 'json':
			return json ? json() : (await import('../../outputs/files/fileJson.ts')).fileJson(table);
		case 'parquet':
			return (await import('../../outputs/files/fileParquet.ts')).fileParquet(table);
	}
}

/** A table as a file; what writes it is loaded when it is asked for. */
export async function writeFile(
	form: FileForm,
	table: FileTable,
	json?: () => string | Promise<string>
): Promise<{ blob: Blob; name: string }> {
	const blob = new Blob([await content(form, table, json)], { type: TYPES[form] });
	return { blob, name: `${table.name}.${form}` };
}

/** A table as text to paste. */
export async function writeText(form: TextForm, table: FileTable): Promise<string> {
	return form === 'markdown'
		? (await import('../../outputs/files/fileMarkdown.ts')).fileMarkdown(table)
		: (await import('../../outputs/files/fileTsv.ts')).fileTsv(table);
}
