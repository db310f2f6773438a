import type { Level } from './types.ts';

/** The first version after another that says of a change how much it changes: 1.2.3 becomes 2.0.0, 1.3.0 or 1.2.4. */
export function nextVersion(version: string, level: Level): string {
	const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
	if (level === 'major') return `${major + 1}.0.0`;
	return level === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** How much a version says that it changes against an earlier one. */
export function versionLevel(before: string, after: string): Level {
	const [old = [], now = []] = [before, after].map((version) => version.split('.').map(Number));
	if (old[0] !== now[0]) return 'major';
	return old[1] !== now[1] ? 'minor' : 'patch';
}
