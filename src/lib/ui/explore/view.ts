import type { ChartView } from '../../charts/types.ts';
import type { CubeAnswer } from '../../cube/types.ts';
import { partOf, specOf } from './spec.ts';
import type { Question } from './state.ts';
import { exploreTable, type ExploreTable } from './table.ts';
import type { TableBundle } from './types.ts';

/** The table of a bundle, ready to be asked. */
export function tableOf({ tables, shapes, classes }: TableBundle): ExploreTable {
	return exploreTable(tables, {
		...(shapes ? { mapped: { field: shapes.field, count: shapes.places.length } } : {}),
		...(classes ? { classes } : {})
	});
}

/** The chart of a question with its answer. */
export function viewOf(
	bundle: TableBundle,
	table: ExploreTable,
	question: Question,
	answer: CubeAnswer
): ChartView {
	const part = partOf(question);
	const population = table.resources.find(({ name }) => name === bundle.population);
	return {
		spec: specOf(table, question),
		resource: table.resource,
		answer,
		sources: bundle.sources,
		package: bundle.package,
		...(bundle.places ? { places: bundle.places } : {}),
		...(bundle.shapes ? { shapes: bundle.shapes } : {}),
		...(population ? { population } : {}),
		...(part ? { part } : {})
	};
}
