/** Earlier than any archive can say; the same on every machine, for the archive has no time zone. */
const DAY = [1980, 0, 1] as const;

/**
 * A ZIP archive whose bytes depend on its files alone.
 * @param files bytes by name, which may have folders in it
 * @param folder the one folder in which they stand
 */
export async function zipArchive(
	files: ReadonlyMap<string, Uint8Array>,
	folder: string
): Promise<Uint8Array> {
	const { zipSync } = await import('fflate');
	const names = [...files.keys()].sort();
	const entries = names.map((name): [string, Uint8Array] => [
		`${folder}/${name}`,
		files.get(name) ?? new Uint8Array()
	]);
	return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(...DAY) });
}
