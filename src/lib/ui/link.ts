import { base } from '$app/paths';

/** The address of a page or file of this site, under whatever path it is published. */
export function link(path: string): string {
	return `${base}${path}` || '/';
}

/** A telephone number as `tel:` and `sms:` need it. */
export function dialled(number: string): string {
	return number.replace(/[^\d+]/g, '');
}
