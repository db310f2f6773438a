import { resourcesWithBreaks } from '../../cube/index.ts';
import { inLanguage, withTranslations } from '../../package/index.ts';
import type { DataPackage, Resource } from '../../package/types.ts';
import { LANGUAGE } from '../../words/language.ts';
import { download } from './download.ts';

/** Where files lie, and who counts their bytes. */
interface FileOptions {
	/** Address of the folder with `datapackage.json` and the CSVs, without a slash at the end. */
	data: string;
	signal: AbortSignal;
	/**
	 * @param loaded bytes that have just come
	 * @param expected bytes that are to come, known from here on
	 */
	onBytes: (loaded: number, expected: number) => void;
}

/** The files of the site's package, each of which is fetched when it is asked for. */
export class PackageFiles {
	readonly #options: FileOptions;
	/** Files that were asked for before the database can take them. */
	readonly #early = new Map<string, Promise<Uint8Array>>();

	constructor(options: FileOptions) {
		this.#options = options;
	}

	/**
	 * The tables of the package, in the language of the site.
	 * @throws EngineFailure if the descriptor does not come
	 */
	async resources(): Promise<Resource[]> {
		const text = new TextDecoder().decode(await this.#fetch('datapackage.json'));
		const descriptor = withTranslations(JSON.parse(text)) as DataPackage;
		return resourcesWithBreaks(inLanguage(descriptor, LANGUAGE));
	}

	/** Fetches the file of a table before it is needed. */
	fetchEarly(resource: Resource): void {
		const file = this.bytesOf(resource);
		// A failure is told to the one who needs it.
		file.catch(() => {});
		this.#early.set(resource.name, file);
	}

	/**
	 * The file of a table.
	 * @throws EngineFailure if it does not come, or not whole
	 */
	bytesOf({ name, bytes }: Resource): Promise<Uint8Array> {
		const early = this.#early.get(name);
		this.#early.delete(name);
		return early ?? this.#fetch(`${name}.csv`, bytes);
	}

	#fetch(file: string, expected?: number): Promise<Uint8Array> {
		const { data, signal, onBytes } = this.#options;
		onBytes(0, expected ?? 0);
		return download(`${data}/${file}`, {
			signal,
			expected,
			onBytes: (count) => onBytes(count, expected === undefined ? count : 0)
		});
	}
}
