import type { Checker } from './checker.ts';
import { checkUrl } from './parts.ts';

const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+$/;

/** Who made and who answers for a package: names, addresses and roles of the Data Package standard. */
export function checkContributors(check: Checker, value: unknown): void {
	check.list('contributors', value).forEach((each, index) => {
		const path = `contributors[${index}]`;
		const found = check.object(path, each, ['title', 'path', 'email', 'roles', 'organization']);
		if (!found) return;
		check.text(`${path}.title`, found.title);
		check.text(`${path}.organization`, found.organization, false);
		checkUrl(check, `${path}.path`, found.path);
		const email = check.string(`${path}.email`, found.email, false);
		if (email !== undefined && !EMAIL.test(email)) {
			check.fault(`${path}.email`, email, 'this is not an e-mail address', 'write it as data@example.org');
		}
		check
			.list(`${path}.roles`, found.roles)
			.forEach((role, at) => check.string(`${path}.roles[${at}]`, role));
	});
}
