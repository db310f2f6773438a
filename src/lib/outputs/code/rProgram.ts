import { m } from '../../words/index.ts';
import { quotedText, rName } from './literals.ts';
import type { Program, ProgramColumn, Reading, Residents } from './program.ts';

const vector = (texts: readonly string[]) => `c(${texts.map(quotedText).join(', ')})`;
const CASTS = { text: '', whole: 'as.numeric', number: 'as.numeric' } as const;

function test({ name, kind, members }: ProgramColumn): string {
	if (!members) return `!is.na(${rName(name)})`;
	const written = members.map((member) => (kind === 'text' ? quotedText(String(member)) : String(member)));
	return written.length === 1
		? `${rName(name)} == ${written[0]}`
		: `${rName(name)} %in% c(${written.join(', ')})`;
}

/** Markers become NA before numbers are made of texts. */
function readingR(name: string, reading: Reading): string {
	const { address, where, take, value, status, markers } = reading;
	const columns = new Map([...take, ...where].map((column) => [column.name, column]));
	const numbers = [...columns.values()].filter(({ kind }) => kind !== 'text');
	const texts = [...columns.values()].filter(({ kind }) => kind === 'text');
	const hidden = [`${rName(value)} %in% markers`, ...(status ? [`${rName(status)} %in% markers`] : [])];
	const beside = status ? `coalesce(${rName(status)}, "")` : '""';
	const changes = [
		`.marker = if_else(${rName(value)} %in% markers, ${rName(value)}, ${beside})`,
		`.figure = as.numeric(if_else(${hidden.join(' | ')}, NA, ${rName(value)}))`,
		...numbers.map(
			({ name: column, kind }) =>
				`${rName(column)} = ${CASTS[kind]}(if_else(${rName(column)} %in% markers, NA, ${rName(column)}))`
		),
		...texts
			.filter(({ members }) => !members)
			.map(
				({ name: column }) =>
					`${rName(column)} = if_else(${rName(column)} %in% markers, NA, ${rName(column)})`
			)
	];
	return `markers <- ${vector(markers)}
${name} <- read_csv(
  ${quotedText(address)},
  col_types = cols(.default = col_character()),
  na = ""
) |>
  mutate(
    ${changes.join(',\n    ')}
  ) |>
  filter(
    ${where.map(test).join(',\n    ')}
  ) |>
  select(${[...take.map((column) => rName(column.name)), 'value = .figure', 'status = .marker'].join(', ')})
`;
}

function sumR({ keep, sum }: Program): string {
	if (!sum) return '';
	const names = (list: readonly string[]) => list.map(rName).join(', ');
	const tests = [
		'!anyNA(value)',
		`n_distinct(${names(sum.over)}) == n()`,
		...(sum.needed.length ? [`n_distinct(${names(sum.needed)}) == ${sum.expected}`] : [])
	];
	return `
# ${m.files_code_sum()}
figures <- figures |>
  summarise(
    value = if (${tests.join(' && ')}) sum(value) else NA_real_,
    .by = c(${names(keep)})
  )
`;
}

function basisR({ basis }: Residents): string[] {
	if (!basis) return [];
	const time = `as.character(${rName(basis.time)})`;
	const cases = basis.ranges.map(({ value, from, to }) => {
		const limits = [
			...(from === undefined ? [] : [`${time} >= ${quotedText(from)}`]),
			...(to === undefined ? [] : [`${time} <= ${quotedText(to)}`])
		];
		return `${limits.join(' & ') || 'TRUE'} ~ ${quotedText(value)}`;
	});
	return [`  mutate(.basis = case_when(${cases.join(', ')})) |>`];
}

function residentsR(residents: Residents): string {
	const by = residents.on.map(({ own, theirs }) => `${quotedText(own)} = ${quotedText(theirs)}`);
	if (residents.basis) by.push(`".basis" = ${quotedText(residents.basis.column)}`);
	return `
${readingR('residents', residents.reading)}
figures <- figures |>
${[...basisR(residents), ''].join('\n')}  left_join(
    residents |> select(-status) |> rename(residents = value),
    by = c(${by.join(', ')})
  ) |>
  rename(count = value) |>
  mutate(value = 100000 * count / residents)
`;
}

function totalR({ total }: Program): string {
	if (!total) return '';
	const join = total.on.length
		? `left_join(totals, by = c(${total.on.map(quotedText).join(', ')}))`
		: 'cross_join(totals)';
	return `
${readingR('totals', total.reading)}totals <- totals |> select(-status) |> rename(total = value)

figures <- figures |>
  ${join} |>
  mutate(share = if_else(total > 0 & value <= total, value / total, NA))
`;
}

function insteadR({ instead }: Program): string {
	if (!instead) return '';
	const share = instead === 'share' ? ' |> mutate(value = 100 * share) |> select(-share)' : '';
	return `\nfigures <- figures |> rename(count = value)${share}\n`;
}

/** The question in R with readr and dplyr, over the published files. */
export function rProgram(program: Program): string {
	const order = program.keep.length ? ` |> arrange(${program.keep.map(rName).join(', ')})` : '';
	return [
		`library(readr)\nlibrary(dplyr) # ${m.files_code_or_later({ version: '1.1.0' })}\n\n# ${m.files_code_missing()}\n`,
		readingR('figures', program.reading),
		sumR(program),
		program.residents ? residentsR(program.residents) : '',
		totalR(program),
		insteadR(program),
		`\nprint(figures${order}, n = Inf)\n`
	].join('');
}
