import { chartContext } from '../charts/index.ts';
import { chartPaths, frozenPaths } from '../outputs/addresses.ts';
import { composeImage, composeNotice } from '../outputs/image/index.ts';
import { noticeOf } from './embeds.ts';
import type { FrozenChart } from './releases.ts';
import { siteAddress } from './site.ts';

/** The picture of a frozen chart as an SVG; where the chart is no more, the words that say why. */
export async function frozenPicture(frozen: FrozenChart): Promise<string> {
	const { id, version } = frozen;
	const address = await siteAddress();
	if (frozen.kind !== 'chart') {
		const { title, text } = await noticeOf(frozen);
		return composeNotice(title, text, address + chartPaths(id).page);
	}
	const context = chartContext(await frozen.release.view(frozen.spec));
	return composeImage(context, { form: 'wide', address: address + frozenPaths(id, version).embed });
}
