/** Each statement with the warnings that it must give, as `kind table.field`; none: silence. */
export type GuardCase = [about: string, sql: string, ...expected: string[]];

const GENDER = 'non-additive gender_by_year.gender';
const YEAR = 'non-additive gender_by_year.year';
const FORM = 'non-additive gender_by_year.form';
const UNIT = 'mixed-unit gender_by_year.unit';
const ALL_OF_GENDER = [YEAR, FORM, GENDER, UNIT];

/** What must stay silent. */
export const SILENT: GuardCase[] = [
	['all rows', 'SELECT * FROM gender_by_year'],
	[
		'a plain filter',
		`SELECT gender, value FROM gender_by_year WHERE year = 2016 AND form = 'all' AND value > 100`
	],
	['sorting and a limit', 'SELECT * FROM gender_by_year ORDER BY value DESC LIMIT 5'],
	['a calculation by row', 'SELECT year, value / 1000 AS thousands FROM gender_by_year'],
	['counting rows', 'SELECT year, count(*) FROM gender_by_year GROUP BY year'],
	['counting figures', 'SELECT count(value) FROM gender_by_year'],
	['the largest and the smallest', 'SELECT max(value), min(value) FROM gender_by_year'],
	['which gender is largest', 'SELECT year, arg_max(gender, value) FROM gender_by_year GROUP BY year'],
	[
		'the spread of states',
		`SELECT min(value), median(value), max(value), stddev(value) FROM states_by_year WHERE measure = 'cases'`
	],
	['a median', `SELECT median(value) FROM states_by_year WHERE measure = 'cases'`],
	['a list', `SELECT year, list(value ORDER BY gender) FROM gender_by_year GROUP BY year`],
	['figures as one text', `SELECT string_agg(gender || ': ' || value, ', ') FROM gender_by_year`],
	['a sum of years, which are no figures', 'SELECT sum(year) FROM gender_by_year'],
	[
		'columns that swap their names',
		'SELECT sum(value) FROM (SELECT value AS year, year AS value FROM gender_by_year)'
	],
	['all dimensions kept', 'SELECT year, form, gender, unit, sum(value) FROM gender_by_year GROUP BY ALL'],
	[
		'all dimensions kept, not shown',
		'SELECT sum(value) FROM gender_by_year GROUP BY year, form, gender, unit'
	],
	[
		'all dimensions kept or filtered',
		`SELECT gender, sum(value) FROM gender_by_year WHERE year = 2016 AND form = 'all' AND unit = 'cases' GROUP BY gender`
	],
	[
		'kept under other names',
		`SELECT y, g, f, u, sum(v) FROM (SELECT year AS y, gender AS g, form AS f, unit AS u, value AS v FROM gender_by_year) GROUP BY ALL`
	],
	[
		'kept under names that lie',
		'SELECT value, unit, form, gender, sum(year) FROM (SELECT value AS year, year AS value, form, gender, unit FROM gender_by_year) GROUP BY ALL'
	],
	[
		'forms of cases, which add up',
		`SELECT year, sum(value) FROM types_by_year WHERE unit = 'cases' AND basis = 'hotline' GROUP BY year`
	],
	[
		'forms of cases by line, which add up',
		`SELECT year, basis, sum(value) FROM types_by_year WHERE unit = 'cases' GROUP BY ALL`
	],
	[
		'states, which add up',
		`SELECT year, sum(value) FROM states_by_year WHERE measure = 'cases' AND form = 'all' AND channel = 'all' GROUP BY year`
	],
	[
		'residents of a year',
		`SELECT sum(population) FROM state_population_by_year WHERE year = 2020 AND kind = 'decennial_census_april_1'`
	],
	[
		'records, which add up over everything',
		'SELECT sum(records) FROM ctdc_kanon_year_gender_age_exploitation'
	],
	[
		'one row only',
		`SELECT sum(value) FROM national_by_year WHERE year = 2016 AND measure = 'cases' AND basis = 'hotline'`
	],
	[
		'the published total',
		`SELECT period, sum(value) FROM national_other_periods WHERE form = 'all' AND venue_or_type = 'all' AND measure = 'cases' GROUP BY period`
	],
	[
		'a change from the year before',
		`SELECT year, value - lag(value) OVER (ORDER BY year) AS change FROM national_by_year WHERE measure = 'cases' AND basis = 'hotline'`
	],
	[
		'a change of sums that are allowed',
		`SELECT year, s / lag(s) OVER (ORDER BY year) - 1 AS change FROM (SELECT year, sum(value) AS s FROM types_by_year WHERE unit = 'cases' AND basis = 'hotline' GROUP BY year)`
	],
	[
		'an index to a year',
		`SELECT year, 100 * sum(value) / first_value(sum(value)) OVER (ORDER BY year) AS index FROM types_by_year WHERE unit = 'cases' AND basis = 'hotline' GROUP BY year`
	],
	[
		'a rate',
		`SELECT s.usps, 1e5 * s.value / p.population AS rate FROM states_by_year s JOIN state_population_by_year p ON p.usps = s.usps AND p.year = s.year WHERE s.year = 2020 AND s.measure = 'cases' AND s.form = 'all' AND s.channel = 'all' AND p.kind = 'decennial_census_april_1'`
	],
	[
		'a share of a sum that is allowed',
		`SELECT year, form, value / sum(value) OVER (PARTITION BY year) AS share FROM types_by_year WHERE unit = 'cases' AND basis = 'hotline'`
	],
	[
		'a pivot that keeps everything',
		'PIVOT gender_by_year ON gender USING sum(value) GROUP BY year, form, unit'
	],
	[
		'a window that keeps everything',
		'SELECT *, sum(value) OVER (PARTITION BY year, form, gender, unit) AS s FROM gender_by_year'
	],
	[
		'a join that finds the source',
		'SELECT g.*, s.title FROM gender_by_year g JOIN sources s USING (source_id)'
	],
	['nothing of the data', 'SELECT sum(i) FROM range(1000) AS r(i)'],
	[
		'two years side by side',
		`SELECT gender, max(CASE WHEN year = 2015 THEN value END) AS a, max(CASE WHEN year = 2016 THEN value END) AS b FROM gender_by_year WHERE form = 'all' GROUP BY gender`
	],
	[
		'a sum of cases as a text',
		`SELECT year, format('{:,}', sum(value)::BIGINT) AS n FROM types_by_year WHERE unit = 'cases' AND basis = 'hotline' GROUP BY year`
	],
	[
		'a condition on a sum of cases',
		`SELECT year FROM types_by_year WHERE unit = 'cases' AND basis = 'hotline' GROUP BY year HAVING sum(value) > 6000`
	],
	[
		'rounded shares of cases',
		`SELECT year, form, round(100.0 * value / sum(value) OVER (PARTITION BY year)) AS share FROM types_by_year WHERE unit = 'cases' AND basis = 'hotline'`
	],
	[
		'growth as a logarithm',
		`SELECT year, ln(value / lag(value) OVER (ORDER BY year)) AS growth FROM national_by_year WHERE measure = 'cases' AND basis = 'hotline'`
	],
	[
		'growth a year',
		`SELECT power(max(CASE WHEN year = 2020 THEN value END) / max(CASE WHEN year = 2015 THEN value END), 1 / 5.0) - 1 AS growth FROM national_by_year WHERE measure = 'cases' AND basis = 'hotline'`
	],
	[
		'medians and deviations of a year',
		`SELECT round(median(value)), round(stddev(value), 1), mad(value), quantile_cont(value, 0.25) FROM states_by_year WHERE year = 2020 AND measure = 'cases'`
	],
	[
		'a trend over years',
		`SELECT regr_slope(value, year), corr(value, year) FROM national_by_year WHERE measure = 'cases' AND basis = 'hotline'`
	],
	['the largest, by chance', `SELECT max(value), random() FROM gender_by_year WHERE year = 2016`],
	[
		'counting pairs',
		`SELECT count(*) FROM gender_by_year a JOIN gender_by_year b USING (year, form, unit) WHERE a.value > b.value`
	],
	['which year was largest', `SELECT arg_max(year, value) FROM gender_by_year WHERE gender = 'female'`]
];

/** What must warn, plainly asked. */
export const PLAIN: GuardCase[] = [
	['a sum of everything', 'SELECT sum(value) FROM gender_by_year', ...ALL_OF_GENDER],
	[
		'genders of a year',
		`SELECT year, sum(value) FROM gender_by_year WHERE form = 'all' AND unit = 'cases' GROUP BY year`,
		GENDER
	],
	[
		'a mean of genders',
		`SELECT year, avg(value) FROM gender_by_year WHERE form = 'all' AND unit = 'cases' GROUP BY year`,
		GENDER
	],
	[
		'years of one gender',
		`SELECT sum(value) FROM gender_by_year WHERE gender = 'female' AND form = 'all' AND unit = 'victims'`,
		YEAR
	],
	[
		'forms of victims, which do not add up',
		`SELECT year, sum(value) FROM types_by_year WHERE unit = 'victims' AND basis = 'hotline' GROUP BY year`,
		'non-additive types_by_year.form'
	],
	[
		'two lines at once',
		`SELECT year, sum(value) FROM types_by_year WHERE unit = 'cases' GROUP BY year`,
		'mixed-basis types_by_year.basis'
	],
	[
		'calls and all calls of 2008',
		`SELECT sum(value) FROM national_by_year WHERE year = 2008 AND measure IN ('calls', 'calls_all')`,
		'mixed-measure national_by_year.measure',
		'mixed-basis national_by_year.basis'
	],
	[
		'residents of several years',
		`SELECT usps, sum(population) FROM state_population_by_year WHERE kind = 'estimate_july_1_vintage_2019' GROUP BY usps`,
		'non-additive state_population_by_year.year'
	],
	[
		'a total added to its parts',
		`SELECT sum(value) FROM national_other_periods WHERE period = '2020-01/2022-08' AND measure = 'cases' AND venue_or_type = 'all'`,
		'non-additive national_other_periods.form'
	]
];

/** The genders of 2016, whose sum of 7,388 must not be made. */
const OF_2016 = `FROM gender_by_year WHERE year = 2016`;

/** What must warn, however it is asked. */
export const EVASIONS: GuardCase[] = [
	['an alias of the table', 'SELECT sum(g.value) FROM gender_by_year AS g WHERE g.year = 2016', GENDER],
	[
		'the schema before the table',
		'SELECT sum(value) FROM memory.main.gender_by_year WHERE year = 2016',
		GENDER
	],
	['an alias of the column', `SELECT sum(v) FROM (SELECT value AS v ${OF_2016})`, GENDER],
	['names in the FROM clause', `SELECT sum(w) FROM (SELECT year, value ${OF_2016}) AS s(y, w)`, GENDER],
	['names that lie', `SELECT sum(year) FROM (SELECT value AS year, year AS value ${OF_2016})`, GENDER],
	[
		'a column that is grouped by, with the name of another',
		`SELECT gender, sum(v) FROM (SELECT form AS gender, value AS v ${OF_2016}) GROUP BY gender`,
		GENDER
	],
	[
		'a common table expression',
		`WITH a AS (SELECT gender, value AS v ${OF_2016}), b AS (SELECT v FROM a) SELECT sum(v) FROM b`,
		GENDER
	],
	[
		'a materialised one',
		`WITH a AS MATERIALIZED (SELECT value AS v ${OF_2016}) SELECT sum(v) FROM a`,
		GENDER
	],
	['a subquery in the SELECT list', `SELECT (SELECT sum(value) ${OF_2016}) AS n`, GENDER],
	[
		'a correlated subquery',
		`SELECT DISTINCT year, (SELECT sum(value) FROM gender_by_year b WHERE b.year = a.year) FROM gender_by_year a WHERE year = 2016`,
		GENDER
	],
	['a view', 'SELECT sum(figures) FROM genders_2016', GENDER],
	['a view over a view', 'SELECT total FROM total_2016', GENDER],
	['a macro', 'SELECT together(value) FROM gender_by_year WHERE year = 2016', GENDER],
	['a macro that gives a table', 'SELECT sum(value) FROM genders_of(2016)', GENDER],
	[
		'a join',
		`SELECT sum(g.value) FROM gender_by_year g JOIN sources s USING (source_id) WHERE g.year = 2016`,
		GENDER
	],
	[
		'a join with all years',
		`SELECT y.i, sum(g.value) FROM range(2016, 2017) AS y(i) JOIN gender_by_year g ON g.year = y.i GROUP BY y.i`,
		GENDER
	],
	[
		'a lateral join',
		`SELECT t.n FROM range(2016, 2017) AS y(i), LATERAL (SELECT sum(value) AS n FROM gender_by_year WHERE year = y.i) AS t`,
		GENDER
	],
	[
		'UNION ALL',
		`SELECT sum(v) FROM (SELECT value AS v ${OF_2016} AND gender = 'female' UNION ALL SELECT value ${OF_2016} AND gender <> 'female')`,
		GENDER
	],
	[
		'UNION ALL of sums',
		`SELECT sum(v) FROM (SELECT sum(value) AS v ${OF_2016} AND gender = 'female' UNION ALL SELECT sum(value) ${OF_2016} AND gender = 'male')`,
		GENDER
	],
	[
		'sums of sums',
		`SELECT year, sum(s) FROM (SELECT year, gender, sum(value) AS s ${OF_2016} GROUP BY ALL) GROUP BY year`,
		GENDER
	],
	['a window', `SELECT gender, sum(value) OVER () ${OF_2016}`, GENDER],
	[
		'a running sum',
		`SELECT gender, sum(value) OVER (ORDER BY gender ROWS UNBOUNDED PRECEDING) ${OF_2016}`,
		GENDER
	],
	['a named window', `SELECT sum(value) OVER w ${OF_2016} WINDOW w AS (PARTITION BY year)`, GENDER],
	[
		'a share of a sum that is not allowed',
		`SELECT gender, value / sum(value) OVER () AS share ${OF_2016}`,
		GENDER
	],
	[
		'a share of two',
		`SELECT gender, value / sum(value) OVER () AS share ${OF_2016} AND gender IN ('female', 'male')`,
		GENDER
	],
	['a mean', `SELECT mean(value) ${OF_2016}`, GENDER],
	['another sum', `SELECT fsum(value), kahan_sum(value) ${OF_2016}`, GENDER],
	['a sum with a condition', `SELECT sum(value) FILTER (WHERE year = 2016) FROM gender_by_year`, GENDER],
	['a sum of a CASE', `SELECT sum(CASE WHEN year = 2016 THEN value ELSE 0 END) FROM gender_by_year`, GENDER],
	['DISTINCT inside', `SELECT sum(DISTINCT value) ${OF_2016}`, GENDER],
	['a calculation inside and outside', `SELECT 'n', sum(value * 2 + 1) / 2 - 5 ${OF_2016}`, GENDER],
	['a rounded sum', `SELECT round(sum(value) / 1000) ${OF_2016}`, GENDER],
	['whole numbers', `SELECT sum(value::INTEGER)::INTEGER ${OF_2016}`, GENDER],
	[
		'whole numbers by way of text',
		'SELECT sum(try_cast(value::VARCHAR AS INT)) FROM gender_by_year',
		...ALL_OF_GENDER
	],
	['a list that is summed', `SELECT list_sum(list(value)) ${OF_2016}`, GENDER],
	['a list that is folded', `SELECT list_reduce(list(value), lambda a, b: a + b) AS n ${OF_2016}`, GENDER],
	[
		'a text that is taken apart',
		`SELECT list_sum(string_split(string_agg(value::VARCHAR, '+'), '+')::DOUBLE[]) ${OF_2016}`,
		GENDER
	],
	['a sum in a text', `SELECT 'There were ' || sum(value)::BIGINT || ' people.' ${OF_2016}`, GENDER],
	['a sum in a structure', `SELECT {'n': sum(value)} AS s ${OF_2016}`, GENDER],
	[
		'a condition on a sum',
		`SELECT year FROM gender_by_year WHERE year = 2016 GROUP BY year HAVING sum(value) > 8000`,
		GENDER
	],
	['a comparison', `SELECT sum(value) > 8000 AS many ${OF_2016}`, GENDER],
	[
		'rows paired with each other',
		`SELECT a.value + b.value AS n FROM gender_by_year a JOIN gender_by_year b USING (year, form, unit) WHERE a.year = 2016 AND a.gender = 'female' AND b.gender = 'male'`,
		GENDER
	],
	[
		'two subqueries added',
		`SELECT (SELECT value ${OF_2016} AND gender = 'female') + (SELECT value ${OF_2016} AND gender = 'male') AS n`,
		GENDER
	],
	['the value before added', `SELECT value + lag(value) OVER (ORDER BY gender) AS n ${OF_2016}`, GENDER],
	[
		'recursion',
		`WITH RECURSIVE f AS (SELECT row_number() OVER (ORDER BY gender) AS i, value ${OF_2016}), r AS (SELECT 0 AS i, 0.0::DOUBLE AS s UNION ALL SELECT r.i + 1, r.s + f.value FROM r JOIN f ON f.i = r.i + 1) SELECT max(s) FROM r`,
		GENDER
	],
	[
		'picked ones added',
		`SELECT max(CASE WHEN gender = 'female' THEN value END) + max(CASE WHEN gender = 'male' THEN value END) AS n ${OF_2016}`,
		GENDER
	],
	[
		'a pivot without the gender',
		`PIVOT (SELECT year, unit, value ${OF_2016}) ON year USING sum(value) GROUP BY unit`,
		GENDER
	],
	['a cube of groups', `SELECT gender, sum(value) ${OF_2016} GROUP BY CUBE (gender)`, GENDER],
	['rolled up groups', `SELECT gender, sum(value) ${OF_2016} GROUP BY ROLLUP (gender)`, GENDER],
	['the FROM clause first', `FROM gender_by_year SELECT sum(value) WHERE year = 2016`, GENDER],
	['COLUMNS', `SELECT sum(COLUMNS('val.*')) ${OF_2016}`, GENDER],
	['a product', `SELECT exp(sum(ln(value))) ${OF_2016}`, GENDER],
	[
		'comments and odd letters',
		`SELECT /* max( */ "sum"("VALUE") -- GROUP BY gender\n${OF_2016}`.replace('\\n', '\n'),
		GENDER
	],
	[
		'a sum behind a join by group',
		`SELECT t.gender, t.value, s.n FROM gender_by_year t JOIN (SELECT year, sum(value) AS n FROM gender_by_year WHERE year = 2016 GROUP BY year) s USING (year)`,
		GENDER
	],
	[
		'two tables in one sum',
		`SELECT sum(v) FROM (SELECT value AS v FROM national_by_year WHERE year = 2016 AND measure = 'cases' AND basis = 'hotline' UNION ALL SELECT value FROM uk_helpline_by_year WHERE year = 2020 AND measure = 'contacts' AND exploitation_type = 'all' AND channel = 'all' AND victim_group = 'all')`,
		'mixed-measure national_by_year.value'
	],
	['a mean by regression', `SELECT regr_avgy(value, 1) * regr_count(value, 1) ${OF_2016}`, GENDER],
	['another mean by regression', `SELECT regr_avgx(value, value) * 3 ${OF_2016}`, GENDER],
	['the middle and both ends', `SELECT min(value) + median(value) + max(value) ${OF_2016}`, GENDER],
	['quantiles that are summed', `SELECT list_sum(quantile_disc(value, [0, .5, 1])) ${OF_2016}`, GENDER],
	['twice the median', `SELECT 2 * median(value) ${OF_2016} AND gender IN ('female', 'male')`, GENDER],
	['a median of two', `SELECT median(value) ${OF_2016} AND gender IN ('female', 'male')`, GENDER],
	[
		'twice the median of years',
		`SELECT 2 * median(value) FROM types_by_year WHERE year IN (2019, 2020) AND form = 'sex' AND unit = 'victims' AND basis = 'hotline'`,
		'non-additive types_by_year.year'
	],
	['the most common ones summed', `SELECT list_sum(approx_top_k(value, 3)) ${OF_2016}`, GENDER],
	[
		'picked ones added beside a median',
		`SELECT max(CASE WHEN gender = 'female' THEN value END) + max(CASE WHEN gender = 'male' THEN value END) AS n, median(value) ${OF_2016}`,
		GENDER
	],
	['a sum beside chance', `SELECT list_sum(list(value)), random() ${OF_2016}`, GENDER],
	['a sum beside a name by chance', `SELECT list_sum(list(value)), uuid() ${OF_2016}`, GENDER],
	['a sum beside the time', `SELECT list_sum(list(value)), get_current_timestamp() ${OF_2016}`, GENDER],
	[
		'a sum in an order by chance',
		`SELECT list_aggregate(list(value), 'sum') FROM (SELECT value ${OF_2016} ORDER BY random())`,
		GENDER
	],
	[
		'a sum of just these figures',
		`SELECT list_sum(list(value)) ${OF_2016} AND value IN (6340, 978, 70)`,
		GENDER
	],
	[
		'pairs beside chance',
		`SELECT a.value + b.value AS n, random() FROM gender_by_year a JOIN gender_by_year b USING (year, form, unit) WHERE a.year = 2016 AND a.gender = 'female' AND b.gender = 'male'`,
		GENDER
	],
	[
		'an error on other figures',
		`SELECT CASE WHEN list_sum(list(value)) <> 7388 THEN error('x')::INT ELSE 7388 END AS n ${OF_2016}`,
		GENDER
	],
	['a summary of a sum', `SUMMARIZE SELECT sum(value) AS n ${OF_2016}`, GENDER],
	[
		'two tables added by subqueries',
		`SELECT (SELECT value FROM national_by_year WHERE year = 2020 AND measure = 'cases' AND basis = 'hotline') + (SELECT value FROM uk_helpline_by_year WHERE year = 2020 AND measure = 'contacts' AND exploitation_type = 'all' AND channel = 'all' AND victim_group = 'all') AS n`,
		'mixed-measure national_by_year.value'
	],
	[
		'two tables added by a join',
		`SELECT a.value + b.value AS n FROM national_by_year a JOIN uk_helpline_by_year b USING (year) WHERE year = 2020 AND a.measure = 'cases' AND a.basis = 'hotline' AND b.measure = 'contacts' AND b.exploitation_type = 'all' AND b.channel = 'all' AND b.victim_group = 'all'`,
		'mixed-measure national_by_year.value'
	]
];

/** Views and macros that the statements use. */
export const SETUP = [
	'CREATE TEMP VIEW genders_2016 AS SELECT gender AS g, value AS figures FROM gender_by_year WHERE year = 2016',
	'CREATE TEMP VIEW total_2016 AS SELECT sum(figures) AS total FROM genders_2016',
	'CREATE TEMP MACRO together(x) AS sum(x)',
	'CREATE TEMP MACRO genders_of(y) AS TABLE SELECT * FROM gender_by_year WHERE year = y'
];
