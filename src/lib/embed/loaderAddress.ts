const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const VERSION = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const OPTIONS = ['theme', 'ground', 'title', 'numbers', 'years', 'series'];

/**
 * The address of an embed as a placeholder asks for it.
 * @param site address of the site, with a slash at its end
 * @param read gives the placeholder's attribute of a name, null if it has none
 * @returns undefined when the ID or the version is none, for a wrong version must not become the live one
 */
export function embedAddress(
	site: string,
	id: string,
	read: (name: string) => string | null
): string | undefined {
	const version = read('version');
	if (!ID.test(id) || (version && !VERSION.test(version))) return undefined;
	const params = new URLSearchParams();
	const set = (value: string | null, name: string) => {
		if (value) params.set(name, value);
	};
	new URLSearchParams(read('filter') ?? '').forEach(set);
	OPTIONS.forEach((name) => set(read(name), name));
	const search = params.toString();
	return `${site}embed/${version ? `v${version}/` : ''}${id}${search && `?${search}`}`;
}
