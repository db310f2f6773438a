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

/** A folder by the name that the next steps give it, and what there is to do with it. */
export interface FolderFacts {
	folder: string;
	state: FolderState;
	/** Whether it has a list of what was left out. */
	hasLeftOut?: boolean;
	/** Whether it carries releases that are public already. */
	hasReleases?: boolean;
}

/** What to do with a package, one step each. */
export function nextSteps({ folder, state, hasLeftOut, hasReleases }: FolderFacts): string[] {
	const open = state === 'private' ? publicName(folder) : folder;
	return [
		...(hasLeftOut ? [m.publish_next_left()] : []),
		...(state === 'protected' ? [m.publish_next_keep()] : [m.publish_next_edit()]),
		...(state === 'private' ? [m.publish_next_protect({ folder, public: open })] : []),
		...(hasReleases ? [m.publish_next_stamp({ folder: open })] : []),
		m.publish_next_check({ folder: open }),
		...(hasReleases ? [] : [m.publish_next_release({ folder: open })]),
		m.publish_next_build({ public: open }),
		m.publish_next_host()
	];
}

/** The README of a package, plain text. */
export function readmeText(title: string, facts: FolderFacts, defaults: readonly string[] = []): string {
	const { state } = facts;
	const steps = nextSteps(facts).map((step, index) => `${index + 1}. ${step}`);
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
