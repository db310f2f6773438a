/**
 * What the sandbox of an embed's frame allows: its script, which tells the height and answers choices, and links that
 * open the site in a tab without a sandbox.
 */
export const FRAME_SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

/** The paths of one chart's forms, below the address of the site. */
export interface ChartPaths {
	page: string;
	embed: string;
	svg: string;
	/** 1200 x 675, twice the pixels. */
	png: string;
	/** 1080 x 1080, twice the pixels. */
	square: string;
	csv: string;
	json: string;
	oembed: string;
}

/** Where a chart and its files stand, for links of the site and for codes that others paste. */
export function chartPaths(id: string): ChartPaths {
	const page = `/charts/${id}`;
	return {
		page,
		embed: `/embed/${id}`,
		svg: `${page}.svg`,
		png: `${page}.png`,
		square: `${page}-square.png`,
		csv: `${page}.csv`,
		json: `${page}.json`,
		oembed: `/oembed/${id}.json`
	};
}

/** Where the frozen embed of a version stands, and its pictures: their numbers never change. */
export function frozenPaths(id: string, version: string): Pick<ChartPaths, 'embed' | 'svg' | 'png'> {
	const embed = `/embed/v${version}/${id}`;
	return { embed, svg: `${embed}.svg`, png: `${embed}.png` };
}

/**
 * Where the file of a table stands.
 * @param version of a release that is kept, whose file never changes; absent: the newest figures
 */
export function tablePath(name: string, version?: string): string {
	return version === undefined ? `/data/${name}.csv` : `/data/v${version}/${name}.csv`;
}
