import type { Contributor, DataPackage } from './types.ts';

const ROLES = { contact: ['contact', 'publisher'], creator: ['creator', 'author'] };

const has = ({ roles = [] }: Contributor, wanted: readonly string[]) =>
	roles.some((role) => wanted.includes(role));

/** Who answers questions about a package: the contact, else the publisher, else the first who has an e-mail address. */
export function contactOf({ contributors = [] }: DataPackage): (Contributor & { email: string }) | undefined {
	const reached = contributors.flatMap((each) => (each.email ? [{ ...each, email: each.email }] : []));
	const [contact = '', publisher = ''] = ROLES.contact;
	return (
		reached.find((each) => has(each, [contact])) ??
		reached.find((each) => has(each, [publisher])) ??
		reached[0]
	);
}

/** Who made a package, as a catalogue names them: those with that role, else its publisher. */
export function creatorsOf({ contributors = [], publisher, homepage }: DataPackage): Contributor[] {
	const creators = contributors.filter((each) => has(each, ROLES.creator));
	return creators.length ? creators : [{ title: publisher, ...(homepage ? { path: homepage } : {}) }];
}
