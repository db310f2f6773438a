import { m } from '../../words/index.ts';

/** What to do with a proposed package, one step each; the folder is called as the next steps call it. */
export function nextSteps(folder: string, isPrivate: boolean, hasLeftOut: boolean): string[] {
	const open = isPrivate ? `${folder}-public` : folder;
	return [
		...(hasLeftOut ? [m.publish_next_left()] : []),
		m.publish_next_edit(),
		...(isPrivate ? [m.publish_next_protect({ folder, public: open })] : []),
		m.publish_next_check({ folder: open }),
		m.publish_next_build({ public: open }),
		m.publish_next_host()
	];
}

/** The README of a proposed package, plain text. */
export function readmeText(
	title: string,
	options: { folder: string; isPrivate: boolean; hasLeftOut: boolean; defaults: string[] }
): string {
	const { folder, isPrivate, hasLeftOut, defaults } = options;
	const steps = nextSteps(folder, isPrivate, hasLeftOut).map((step, index) => `${index + 1}. ${step}`);
	return [
		`# ${title}`,
		'',
		m.publish_readme_about(),
		...(isPrivate ? ['', m.publish_check_private()] : []),
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
