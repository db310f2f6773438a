const WIDTH = 110;
const TAB = 2;

function inline(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const entries = Object.entries(value).filter(([, each]) => each !== undefined);
	if (entries.length === 0) return '{}';
	return `{ ${entries.map(([name, each]) => `${JSON.stringify(name)}: ${inline(each)}`).join(', ')} }`;
}

function written(value: unknown, depth: number, before: number): string {
	const line = inline(value);
	if (typeof value !== 'object' || value === null) return line;
	if (depth > 0 && depth * TAB + before + line.length <= WIDTH) return line;
	const tabs = '\t'.repeat(depth + 1);
	const parts = Array.isArray(value)
		? value.map((each) => written(each, depth + 1, 0))
		: Object.entries(value)
				.filter(([, each]) => each !== undefined)
				.map(([name, each]) => {
					const key = `${JSON.stringify(name)}: `;
					return `${key}${written(each, depth + 1, key.length)}`;
				});
	const [open, close] = Array.isArray(value) ? '[]' : '{}';
	return `${open}\n${parts.map((part) => `${tabs}${part}`).join(',\n')}\n${'\t'.repeat(depth)}${close}`;
}

/** JSON as a person edits it: tabs, and what fits on a line of 110 columns on one line. */
export function writeJson(value: object): string {
	return `${written(value, 0, 0)}\n`;
}
