import { operatorsOf, type PlanNode } from './plan.ts';

/**
 * How far a plan puts rows together: not at all; by pairing, picking or collecting values, from which a sum
 * can be made; by a sum, a mean or a function that is not known to be none.
 */
export type Combining = 'none' | 'possible' | 'sums';

/** What a function does with the values of several rows. */
type Deed = 'counts' | 'picks' | 'describes' | 'collects' | 'sums';

const words = (text: string) => new Set(text.trim().split(/\s+/));

/** Operators that give rows on one by one. */
const BY_ROW =
	words(`SEQ_SCAN TABLE_SCAN INDEX_SCAN COLUMN_DATA_SCAN DUMMY_SCAN EMPTY_RESULT PROJECTION FILTER
	ORDER_BY TOP_N LIMIT STREAMING_LIMIT LIMIT_PERCENT UNION CTE CTE_SCAN MATERIALIZED_CTE RESERVOIR_SAMPLE
	STREAMING_SAMPLE RESULT_COLLECTOR`);

const DEEDS: Record<Exclude<Deed, 'sums'>, ReadonlySet<string>> = {
	counts:
		words(`count count_star count_if approx_count_distinct approx_top_k bool_and bool_or entropy row_number
		rank dense_rank rank_dense percent_rank cume_dist ntile`),
	picks: words(`max min first last any_value arbitrary arg_min arg_max arg_min_null arg_max_null argmin argmax
		min_by max_by mode lag lead first_value last_value nth_value fill`),
	describes:
		words(`median mad quantile quantile_cont quantile_disc approx_quantile reservoir_quantile skewness
		kurtosis kurtosis_pop stddev stddev_pop stddev_samp variance var_pop var_samp corr covar_pop covar_samp
		regr_slope regr_intercept regr_r2 regr_count regr_avgx regr_avgy regr_sxx regr_sxy regr_syy sem`),
	collects: words('list array_agg string_agg group_concat listagg histogram map')
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
	return ['collects'];
}

/**
 * Whether a plan can put values of several rows together. A median reads as a sum of the middle two, so
 * where one is asked for, picking the largest beside it makes no sum likely.
 */
export function combiningOf(plan: readonly PlanNode[]): Combining {
	const deeds = new Set(operatorsOf(plan).flatMap(deedsOf));
	if (deeds.has('sums')) return 'sums';
	return deeds.has('collects') || (deeds.has('picks') && !deeds.has('describes')) ? 'possible' : 'none';
}
