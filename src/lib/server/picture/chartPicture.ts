import { chartContext, type ChartContext } from '../../charts/index.ts';
import { chartPaths } from '../../outputs/addresses.ts';
import { composeImage, type ImageForm } from '../../outputs/image/index.ts';
import { chartSpecs, chartView } from '../charts.ts';
import { siteAddress } from '../site.ts';
import { pngOf, textsOf } from './pngOf.ts';

const contexts = new Map<string, Promise<ChartContext>>();
const pictures = new Map<string, Promise<string>>();

/** A named chart as it was built, asked once a build; undefined for an unknown name. */
async function contextOf(id: string): Promise<ChartContext | undefined> {
	const spec = (await chartSpecs()).find((each) => each.id === id);
	if (!spec) return undefined;
	const context = contexts.get(id) ?? chartView(spec).then((view) => chartContext(view));
	contexts.set(id, context);
	return context;
}

async function compose(context: ChartContext, form: ImageForm): Promise<string> {
	const address = siteAddress() + chartPaths(context.spec.id).page;
	return composeImage(context, { form, address });
}

/** A named chart as it was built, as the text of an SVG; undefined for an unknown name. */
export async function chartSvg(id: string, form: ImageForm): Promise<string | undefined> {
	const context = await contextOf(id);
	if (!context) return undefined;
	const picture = pictures.get(`${form} ${id}`) ?? compose(context, form);
	pictures.set(`${form} ${id}`, picture);
	return picture;
}

/** The same as a PNG that carries its title, alt text, sources and terms; undefined for an unknown name. */
export async function chartPng(
	id: string,
	form: 'wide' | 'square'
): Promise<Uint8Array<ArrayBuffer> | undefined> {
	const [svg, context] = [await chartSvg(id, form), await contextOf(id)];
	return svg === undefined || !context ? undefined : pngOf(svg, textsOf(context));
}
