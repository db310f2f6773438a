import type { DataPackage } from './types.ts';

/** Whether a whole version was withdrawn: its files are taken off the web, and nothing is held against it. */
export function isWithdrawn({ embeds }: Pick<DataPackage, 'embeds'>, version: string): boolean {
	return embeds?.withdrawn?.some((each) => each.version === version && !each.charts) ?? false;
}

/** A published package after a later one was made, which may withdraw versions. */
export function withWithdrawals(published: DataPackage, { embeds }: DataPackage): DataPackage {
	return { ...published, embeds: { ...published.embeds, ...embeds } };
}
