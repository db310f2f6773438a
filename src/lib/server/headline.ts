import type { CubeRow } from '../cube/types.ts';
import { fieldByRole, labelOf, localized } from '../package/index.ts';
import type { Break, HeadlineMeasure, Resource } from '../package/types.ts';
import type { Figure, HeadlineFigures } from '../ui/figures.ts';
import { answerInBuild } from './charts.ts';
import { loadPackage } from './package.ts';

function figure(resource: Resource, row: CubeRow, time: string): Figure | undefined {
	if (row.value === null) return undefined;
	const label = (role: 'unit' | 'basis') => {
		const field = fieldByRole(resource, role);
		const value = field && row.key[field.name];
		return value === undefined ? '' : labelOf(resource, field?.name ?? '', String(value));
	};
	return {
		value: row.value,
		period: String(row.key[time]),
		unit: label('unit') || (resource.unit ?? ''),
		basis: label('basis'),
		qualifier: row.qualifier,
		sources: row.sources,
		confidence: row.confidence
	};
}

/** The figures of one table for the panel, oldest first, with the breaks between them. */
async function figures(
	at: NonNullable<HeadlineMeasure['yearly']>
): Promise<{ figures: Figure[]; breaks: Break[] }> {
	const { package: pkg } = await loadPackage();
	const resource = pkg.resources.find((each) => each.name === at.resource);
	const time = resource && fieldByRole(resource, 'time');
	if (!resource || !time) return { figures: [], breaks: [] };
	const kept = (['unit', 'basis'] as const).flatMap((role) => fieldByRole(resource, role)?.name ?? []);
	const measure = fieldByRole(resource, 'measure')?.name;
	const { [measure ?? '']: measureValue, ...filters } = at.where;
	const answer = await answerInBuild({
		table: resource.name,
		dimensions: [time.name, ...kept],
		...(measureValue ? { measure: [measureValue] } : {}),
		filters: Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, [value]]))
	});
	return {
		figures: answer.rows
			.flatMap((row) => figure(resource, row, time.name) ?? [])
			.sort((a, b) => (a.period < b.period ? -1 : 1)),
		breaks: answer.breaks
	};
}

/** The figure of the year before `latest`, if both were counted in the same way. */
function comparablePrevious(all: Figure[], breaks: Break[], latest: Figure): Figure | undefined {
	const year = Number(latest.period);
	const broken = breaks.some((each) => !each.comparableAcross && Number(each.from.slice(0, 4)) === year);
	return broken
		? undefined
		: all.find((each) => Number(each.period) === year - 1 && each.basis === latest.basis);
}

async function headlineOf(measure: HeadlineMeasure): Promise<HeadlineFigures> {
	const total = measure.cumulative && (await figures(measure.cumulative)).figures.at(-1);
	const yearly = measure.yearly ? await figures(measure.yearly) : { figures: [], breaks: [] };
	const latest = yearly.figures.at(-1);
	const previous = latest && comparablePrevious(yearly.figures, yearly.breaks, latest);
	return {
		measure: measure.measure,
		label: localized(measure.label),
		...(total ? { total } : {}),
		...(latest ? { latest } : {}),
		...(previous ? { previous } : {})
	};
}

/** The all-time panel: for each headline measure its newest total and its newest year. */
export async function headlineFigures(): Promise<HeadlineFigures[]> {
	const { package: pkg } = await loadPackage();
	return Promise.all((pkg.headline ?? []).map(headlineOf));
}
