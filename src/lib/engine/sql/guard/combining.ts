import { operatorsOf, type PlanNode } from './plan.ts';

/**
 * How far a plan puts rows together: not at all; by pairing, picking or collecting values, from which a sum
 * can be made; by a sum, a mean or a function that is not known to be none.
 */
export type Combining = 'none' | 'possible' | 'sums';

/** What a function does with the values of several rows; `pairs` is an operator's. */
type Deed = 'counts' | 'picks' | 'describes' | 'collects' | 'pairs' | 'sums';

const words = (text: string) => new Set(text.trim().split(/\s+/));

/** Operators that give rows on one by one. */
const BY_ROW =
	words(`SEQ_SCAN TABLE_SCAN INDEX_SCAN COLUMN_DATA_SCAN DUMMY_SCAN EMPTY_RESULT PROJECTION FILTER
	ORDER_BY TOP_N LIMIT STREAMING_LIMIT LIMIT_PERCENT UNION CTE CTE_SCAN MATERIALIZED_CTE RESERVOIR_SAMPLE
	STREAMING_SAMPLE RESULT_COLLECTOR`);

const DEEDS: Record<Exclude<Deed, 'pairs' | 'sums'>, ReadonlySet<string>> = {
	counts:
		words(`count count_star count_if approx_count_distinct regr_count bool_and bool_or entropy row_number
		rank dense_rank rank_dense percent_rank cume_dist ntile`),
	picks: words(`max min first last any_value arbitrary arg_min arg_max arg_min_null arg_max_null argmin argmax
		min_by max_by mode lag lead first_value last_value nth_value fill`),
	describes:
		words(`median mad quantile quantile_cont quantile_disc approx_quantile reservoir_quantile skewness
		kurtosis kurtosis_pop stddev stddev_pop stddev_samp variance var_pop var_samp corr covar_pop covar_samp
		regr_slope regr_intercept regr_r2 regr_sxx regr_sxy regr_syy sem`),
	collects: words('list array_agg string_agg group_concat listagg histogram map approx_top_k')
};

const FUNCTION = /^\s*"?([a-z_][a-z_0-9]*)"?\s*\(/i;

function deedOf(expression: string): Deed {
	const name = FUNCTION.exec(expression)?.[1]?.toLowerCase() ?? '';
	const known = (['counts', 'picks', 'describes', 'collects'] as const).find((deed) => DEEDS[deed].has(name));
	return known ?? 'sums';
}

function deedsOf({ name, info }: PlanNode): Deed[] {
	if (BY_ROW.has(name)) return [];
	if (name.includes('GROUP_BY') || name.includes('AGGREGATE')) {
		return (info['Aggregates'] ?? []).filter(Boolean).map(deedOf);
	}
	if (name.includes('WINDOW')) return (info['Projections'] ?? []).map(deedOf);
	return [name.includes('JOIN') ? 'pairs' : 'collects'];
}

/** What a plan does with the values of several rows. */
export interface Combined {
	extent: Combining;
	/** Whether medians, deviations and their like are among it, which are excused where they stand alone. */
	describes: boolean;
}

/**
 * Whether a plan can put values of several rows together.
 * @param figures the tables of figures; a join pairs their values only where two of their rows can meet
 */
export function combiningOf(plan: readonly PlanNode[], figures: ReadonlySet<string>): Combined {
	const nodes = operatorsOf(plan);
	const deeds = new Set(nodes.flatMap(deedsOf));
	const sources = nodes.filter(
		({ name, info }) => figures.has(info['Table']?.[0] ?? '') || /^(CTE|DELIM|COLUMN_DATA)_SCAN$/.test(name)
	);
	if (sources.length < 2) deeds.delete('pairs');
	const describes = deeds.has('describes');
	deeds.delete('counts');
	return { extent: deeds.has('sums') ? 'sums' : deeds.size ? 'possible' : 'none', describes };
}
