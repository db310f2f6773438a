import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { ANSWERS } from '../../src/lib/package/start/index.ts';

/** The real path of a folder that need not be there yet. */
function realOf(path: string): string {
	const full = resolve(path);
	return existsSync(full) ? realpathSync(full) : join(realOf(dirname(full)), full.slice(dirname(full).length));
}

const isWithin = (outer: string, inner: string) => {
	const way = relative(outer, inner);
	return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way);
};

/** Why a folder cannot be the published one of a private one. */
export function apartFault(directory: string, previous: string): string | undefined {
	if (existsSync(join(previous, ANSWERS)))
		return `${previous} holds ${ANSWERS}, so it is taken for a private folder, which no reader has: name the folder that is public now (or delete that file, if this one is).`;
	const [source, before] = [realOf(directory), realOf(previous)];
	if (!isWithin(source, before) && !isWithin(before, source)) return undefined;
	return `${previous} and ${directory} must not lie in one another: name the folder that is public now.`;
}

/** Why a folder cannot take the protected copy of another. */
export function outFault(from: string, to: string): string | undefined {
	const [source, target] = [realOf(from), realOf(to)];
	if (isWithin(source, target) || isWithin(target, source)) {
		return `${to} and ${from} must not lie in one another: what is private stays apart from what is published.`;
	}
	if (existsSync(target) && readdirSync(target).length > 0) {
		return `${to} is not empty: name a new folder, so that nothing of before stays in it.`;
	}
	return undefined;
}
