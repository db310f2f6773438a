import { m } from '../../words/index.ts';

/** The folder of a proposed package, as the page calls it. */
export const FOLDER = 'my-data';

/** What a protected copy of a folder is called. */
export const publicName = (folder: string) => `${folder}-public`;

/**
 * What a folder is: `private` before small counts are withheld, `open` where none needs to be, `protected` where
 * they are.
 */
export type FolderState = 'private' | 'open' | 'protected';

/** What to do with a package, one step each; the folder is called as the next steps call it. */
export function nextSteps(folder: string, state: FolderState, hasLeftOut: boolean): string[] {
	const open = state === 'private' ? publicName(folder) : folder;
	return [
		...(hasLeftOut ? [m.publish_next_left()] : []),
		...(state === 'protected' ? [m.publish_next_keep()] : [m.publish_next_edit()]),
		...(state === 'private' ? [m.publish_next_protect({ folder, public: open })] : []),
		m.publish_next_check({ folder: open }),
		m.publish_next_build({ public: open }),
		m.publish_next_host()
	];
}

/** The README of a package, plain text. */
export function readmeText(
	title: string,
	options: { folder: string; state: FolderState; hasLeftOut?: boolean; defaults?: readonly string[] }
): string {
	const { folder, state, hasLeftOut = false, defaults = [] } = options;
	const steps = nextSteps(folder, state, hasLeftOut).map((step, index) => `${index + 1}. ${step}`);
	return [
		`# ${title}`,
		'',
		state === 'protected' ? m.publish_readme_protected() : m.publish_readme_about(),
		...(state === 'private' ? ['', m.publish_check_private()] : []),
		'',
		`## ${m.publish_next_steps()}`,
		'',
		...steps,
		...(defaults.length > 0
			? ['', `## ${m.publish_defaults()}`, '', ...defaults.map((each) => `- ${each}`)]
			: []),
		''
	].join('\n');
}
