import type { FileKind } from '../../package/own/index.ts';

/** Why a file of the reader's cannot be read. */
export type OwnFailureKind =
	| Exclude<FileKind, 'text' | 'gzip' | 'parquet'>
	| 'too-large'
	| 'too-large-unpacked'
	| 'too-many-rows'
	| 'too-many-columns'
	| 'damaged'
	| 'parquet'
	| 'gone'
	| 'broken';

/** A file that cannot be read; the words for a reader are made where they are shown. */
export class OwnFailure extends Error {
	override readonly name = 'OwnFailure';

	/** @param detail a number, or what a library said */
	constructor(
		readonly kind: OwnFailureKind,
		readonly detail = ''
	) {
		super(detail ? `${kind}: ${detail}` : kind);
	}
}

/** The failure behind an error, whatever was thrown. */
export function asOwnFailure(error: unknown): OwnFailure {
	if (error instanceof OwnFailure) return error;
	if (error instanceof DOMException && error.name === 'NotReadableError') return new OwnFailure('gone');
	if (error instanceof DOMException && error.name === 'NotFoundError') return new OwnFailure('gone');
	return new OwnFailure('broken', error instanceof Error ? error.message : String(error));
}
