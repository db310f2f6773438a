import { m } from '../../words/index.ts';
import { quotedText } from './literals.ts';
import type { Program, ProgramColumn, Reading, Residents } from './program.ts';

const list = (texts: readonly string[]) => `[${texts.map(quotedText).join(', ')}]`;

function test(name: string, { name: column, kind, members }: ProgramColumn): string {
	const cell = `${name}[${quotedText(column)}]`;
	if (!members) return `${cell}.notna()`;
	const written = members.map((member) => (kind === 'text' ? quotedText(String(member)) : String(member)));
	return `${cell}.isin([${written.join(', ')}])`;
}

/** Markers become missing before numbers are made of texts. */
function readingPython(name: string, reading: Reading): string {
	const { address, where, take, value, status, markers } = reading;
	const numbers = [...new Map([...take, ...where].map((column) => [column.name, column])).values()].filter(
		({ kind }) => kind !== 'text'
	);
	const cell = `${name}[${quotedText(value)}]`;
	const beside = status ? `${name}[${quotedText(status)}].fillna("")` : '""';
	const masks = [cell, ...(status ? [`${name}[${quotedText(status)}]`] : [])].map(
		(column) => `${column}.isin(markers)`
	);
	const tests = where.map((column) => test(name, column)).join('\n    & ');
	return `markers = ${list(markers)}
# ${m.files_code_texts()}
${name} = pd.read_csv(
    ${quotedText(address)},
    dtype=str,
    keep_default_na=False,
    na_values=[""],
)
marker = ${cell}.where(${cell}.isin(markers), ${beside})
figure = pd.to_numeric(${cell}.mask(${masks.join(' | ')}))
${name} = ${name}.mask(${name}.isin(markers))
${numbers
	.map(
		({ name: column, kind }) =>
			`${name}[${quotedText(column)}] = pd.to_numeric(${name}[${quotedText(column)}])${kind === 'whole' ? '.astype("Int64")' : ''}\n`
	)
	.join('')}${name} = ${name}.assign(value=figure, status=marker)[
    ${tests || `${cell}.notna() | ${cell}.isna()`}
][${list([...take.map((column) => column.name), 'value', 'status'])}]
`;
}

function sumPython({ keep, sum }: Program): string {
	if (!sum) return '';
	const groups = keep.length ? `figures.groupby(${list(keep)})` : '[((), figures)]';
	const parts = (names: readonly string[]) => `group[${list(names)}].drop_duplicates()`;
	const tests = [
		'len(group) > 0',
		'group["value"].notna().all()',
		`len(${parts(sum.over)}) == len(group)`,
		...(sum.needed.length ? [`len(${parts(sum.needed)}) == ${sum.expected}`] : [])
	];
	return `
# ${m.files_code_sum()}
sums = []
for key, group in ${groups}:
    is_whole = ${tests.join(' and ')}
    sums.append([*key, group["value"].sum() if is_whole else None])
figures = pd.DataFrame(sums, columns=${list([...keep, 'value'])})
`;
}

function basisPython({ basis }: Residents): string {
	if (!basis) return '';
	const time = `figures[${quotedText(basis.time)}].astype(str)`;
	const lines = basis.ranges.toReversed().map(({ value, from, to }) => {
		const limits = [
			...(from === undefined ? [] : [`(${time} >= ${quotedText(from)})`]),
			...(to === undefined ? [] : [`(${time} <= ${quotedText(to)})`])
		];
		return `figures.loc[${limits.join(' & ') || ':'}, "basis of residents"] = ${quotedText(value)}\n`;
	});
	return `figures["basis of residents"] = None\n${lines.join('')}`;
}

function residentsPython(residents: Residents): string {
	const own = residents.on.map((each) => each.own);
	const theirs = residents.on.map((each) => each.theirs);
	if (residents.basis) {
		own.push('basis of residents');
		theirs.push(residents.basis.column);
	}
	return `
${readingPython('residents', residents.reading)}residents = residents.drop(columns="status").rename(columns={"value": "residents"})

${basisPython(residents)}figures = figures.rename(columns={"value": "count"}).merge(
    residents, how="left", left_on=${list(own)}, right_on=${list(theirs)}, suffixes=("", " of residents")
)
figures["value"] = 100000 * figures["count"] / figures["residents"]
`;
}

function totalPython({ total }: Program): string {
	if (!total) return '';
	const how = total.on.length ? `how="left", on=${list(total.on)}` : 'how="cross"';
	return `
${readingPython('totals', total.reading)}totals = totals.drop(columns="status").rename(columns={"value": "total"})

figures = figures.merge(totals, ${how})
is_part = (figures["total"] > 0) & (figures["value"] <= figures["total"])
figures["share"] = (figures["value"] / figures["total"]).where(is_part)
`;
}

function insteadPython({ instead }: Program): string {
	if (!instead) return '';
	const share = instead === 'share' ? 'figures["value"] = 100 * figures.pop("share")\n' : '';
	return `\nfigures = figures.rename(columns={"value": "count"})\n${share}`;
}

/** The question in Python with pandas, over the published files. */
export function pythonProgram(program: Program): string {
	const order = program.keep.length ? `.sort_values(${list(program.keep)})` : '';
	return [
		`import pandas as pd\n\n# ${m.files_code_missing()}\n`,
		readingPython('figures', program.reading),
		sumPython(program),
		program.residents ? residentsPython(program.residents) : '',
		totalPython(program),
		insteadPython(program),
		`\nprint(figures${order}.to_string(index=False))\n`
	].join('');
}
