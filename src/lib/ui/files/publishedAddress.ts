import { tablePath } from '../../outputs/addresses.ts';
import { link } from '../link.ts';

/** Where the site is published, and whether the data of its version stay at their address. */
export interface Published {
	address: string;
	configured: boolean;
	kept: boolean;
}

/** The address under which readers find the site, without a slash at its end: the one it was told, else where it is now. */
export function publishedAddress({ address, configured }: Published): string {
	return configured ? address : new URL(link('/'), location.href).href.replace(/\/$/, '');
}

/** The full address of a table's file, that of the version where it is kept. */
export function tableAddress(site: Published, name: string, version: string): string {
	return publishedAddress(site) + tablePath(name, site.kept ? version : undefined);
}
