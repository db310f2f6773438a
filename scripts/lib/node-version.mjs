/** The oldest Node that every part runs on. */
export const OLDEST_NODE = '20.19';

/**
 * Says what to do about a Node that is too old; null when it is new enough.
 * Written without newer syntax or `node:` imports, so that an old Node can read it.
 * @param {string} version such as `20.19.0`
 * @returns {string | null} one sentence
 */
export function nodeFault(version) {
	const [major, minor] = version.split('.').map(Number);
	const [oldestMajor, oldestMinor] = OLDEST_NODE.split('.').map(Number);
	if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
	return (
		'Node ' +
		version +
		' is too old: install Node ' +
		OLDEST_NODE +
		' or newer from https://nodejs.org and run the command again.'
	);
}
