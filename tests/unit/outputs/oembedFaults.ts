/**
 * What in an answer is against oEmbed 1.0 (https://oembed.com, section 2.3.4), for the type `rich`.
 * @returns one line a fault
 */
export function oembedFaults(answer: unknown): string[] {
	if (typeof answer !== 'object' || answer === null) return ['not an object'];
	const of = new Map<string, unknown>(Object.entries(answer));
	const faults: string[] = [];
	const check = (isRight: boolean, fault: string) => {
		if (!isRight) faults.push(fault);
	};
	const isCount = (value: unknown) => typeof value === 'number' && Number.isInteger(value) && value > 0;
	check(of.get('type') === 'rich', 'type is not "rich"');
	check(of.get('version') === '1.0', 'version is not "1.0"');
	check(typeof of.get('html') === 'string' && of.get('html') !== '', 'html is no text');
	for (const name of ['width', 'height']) check(isCount(of.get(name)), `${name} is no whole number`);
	const thumbnail = ['thumbnail_url', 'thumbnail_width', 'thumbnail_height'].filter((name) => of.has(name));
	if (thumbnail.length) {
		for (const name of ['thumbnail_width', 'thumbnail_height']) {
			check(isCount(of.get(name)), `${name} is no whole number`);
		}
	}
	for (const [name, value] of of) {
		if (name.endsWith('_url')) {
			check(typeof value === 'string' && /^https?:\/\//.test(value), `${name} is no absolute address`);
		}
		if (name === 'title' || name.endsWith('_name')) check(typeof value === 'string', `${name} is no text`);
		if (name === 'cache_age') check(isCount(value), 'cache_age is no number of seconds');
	}
	return faults;
}
