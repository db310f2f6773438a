import { localized } from '../../../package/labels.ts';
import type { Field } from '../../../package/types.ts';
import type { SqlWarning } from '../types.ts';
import {
	distinct,
	overlapWarning,
	reasonAgainst,
	tablesWarning,
	togetherWarning,
	withheldWarning
} from './findings.ts';
import { Influence, type CellMakeup } from './influence.ts';
import type { TableProfile } from './profile.ts';
import { shownForWithheld } from './rowwise.ts';
import { Threshold, type Functions } from './threshold.ts';
import { largeStroke, moveAllSql, moveSql, smallStroke, wholeStroke } from './trial.ts';
import { NotTried, type World } from './world.ts';

/** Withheld figures that are looked for one by one; of more their number is an upper limit. */
const COUNTED_AT_MOST = 40;

/** Numbers that go through a rounding or a text move by jumps, which small steps hit by chance. */
const SMOOTH = { steps: [2, 3, 7], off: 0.02 };
const WHOLE = { steps: [2], off: 0.5 };

async function influenceOf(profile: TableProfile, world: World): Promise<Influence | undefined> {
	const smooth = await Influence.of(profile, smallStroke(profile), world);
	if (await smooth?.isEven(SMOOTH.steps, SMOOTH.off)) return smooth;
	const whole = await Influence.of(profile, wholeStroke(), world);
	return (await whole?.isEven(WHOLE.steps, WHOLE.off)) ? whole : undefined;
}

function overlapping(profile: TableProfile, field: Field) {
	const { members } = profile.dimensions.find((each) => each.field === field) ?? { members: [] };
	const isOver = (member: string | number | null) =>
		field.categories?.some(
			({ value, kind }) => value === String(member) && (kind === 'total' || kind === 'composite')
		) ?? false;
	return { over: members.filter(isOver), plain: members.filter((member) => !isOver(member)) };
}

async function overlapIn(profile: TableProfile, influence: Influence, field: Field, cells: string[]) {
	const dimension = profile.dimensions.find((each) => each.field === field);
	const { over, plain } = overlapping(profile, field);
	if (!dimension || over.length === 0) return undefined;
	const byOver = await influence.movedBy(dimension, new Map(over.map((member) => [member, 1])));
	const byPlain = await influence.movedBy(dimension, new Map(plain.map((member) => [member, 1])));
	if (!cells.some((cell) => byOver.has(cell) && byPlain.has(cell))) return undefined;
	const labels = over.map((member) => {
		const category = field.categories?.find(({ value }) => value === String(member));
		return category ? localized(category.label) : String(member);
	});
	return overlapWarning(profile.resource, field, labels.join(', '));
}

async function warningsOfField(
	profile: TableProfile,
	influence: Influence | undefined,
	field: Field,
	makeups: CellMakeup[]
): Promise<SqlWarning[]> {
	const summed = makeups.filter((makeup) => makeup.several.includes(field));
	if (summed.length === 0) return [];
	const reasons = new Map(
		summed.flatMap(({ single }) => {
			const reason = reasonAgainst(profile.resource, field, single);
			return reason === undefined ? [] : [[JSON.stringify(reason), reason] as const];
		})
	);
	if (reasons.size)
		return [...reasons.values()].map((reason) => togetherWarning(profile.resource, field, reason));
	const overlap =
		influence &&
		(await overlapIn(
			profile,
			influence,
			field,
			summed.map(({ cell }) => cell)
		));
	return overlap ? [overlap] : [];
}

async function withheldIn(
	{ resource, value, withheld }: TableProfile,
	isNoticed: (rows: readonly number[]) => Promise<boolean>
): Promise<SqlWarning[]> {
	if (withheld.length === 0 || !(await isNoticed(withheld))) return [];
	let count = 0;
	const exact = withheld.length <= COUNTED_AT_MOST;
	if (exact) for (const row of withheld) count += (await isNoticed([row])) ? 1 : 0;
	return [withheldWarning(resource, value, exact ? count : withheld.length, exact)];
}

async function byFields(
	profile: TableProfile,
	influence: Influence | undefined,
	makeups: CellMakeup[]
): Promise<SqlWarning[]> {
	const warnings: SqlWarning[] = [];
	for (const { field } of profile.dimensions) {
		warnings.push(...(await warningsOfField(profile, influence, field, makeups)));
	}
	return warnings;
}

/** What trials of one table tell, and the cells that follow its figures. */
async function tried(profile: TableProfile, narrowed: TableProfile, world: World, functions: Functions) {
	const influence = await influenceOf(profile, world);
	if (!influence) {
		const threshold = await Threshold.of(narrowed, functions, world);
		const warnings = threshold
			? [
					...(await byFields(narrowed, undefined, await threshold.makeups())),
					...(await withheldIn(profile, (rows) => threshold.follows(rows)))
				]
			: [];
		return { warnings, moved: new Map<string, number>() };
	}
	const excused = functions.describes ? await influence.describing(functions.sums) : new Set<string>();
	const makeups = await influence.makeups(excused);
	await influence.settle(makeups);
	const warnings = [
		...(await byFields(profile, influence, makeups)),
		...(await withheldIn(profile, (rows) => influence.follows(rows, excused)))
	];
	return { warnings, moved: influence.moved };
}

/** One draw of chance can be small by itself; the largest of so many is within a factor of 20 but once in 100,000 times. */
const DRAWS = 4;

/** The largest numbers of the columns in which chance decides, of several draws; none where chance decides nothing. */
async function largestDrawn(world: World, change: string): Promise<Map<string, number>> {
	const largest = await world.chanceAfter(change);
	for (let draw = 1; draw < DRAWS && largest.size > 0; draw++) {
		for (const [column, number] of await world.chanceAfter(change))
			largest.set(column, Math.max(number, largest.get(column) ?? 0));
	}
	return largest;
}

/** @throws NotTried if figures go into a column in which chance decides too */
async function checkChance(profile: TableProfile, world: World): Promise<void> {
	const stroke = largeStroke(profile);
	const before = await largestDrawn(world, moveSql(profile, stroke));
	if (before.size === 0) return;
	const after = await largestDrawn(world, moveAllSql(profile, stroke));
	if ([...before].some(([column, was]) => (after.get(column) ?? 0) > 20 * was && was > 0))
		throw new NotTried('chance');
}

/**
 * Warnings found by changing figures and looking which cells follow.
 * @param narrowed gives a table with the values that the plan's conditions let through
 * @throws NotTried if the statement cannot be tried out
 */
export async function warningsByTrial(
	profiles: readonly TableProfile[],
	narrowed: (profile: TableProfile) => Promise<TableProfile>,
	world: World,
	functions: Functions
): Promise<SqlWarning[]> {
	const warnings: SqlWarning[] = [];
	const seen: { profile: TableProfile; moved: ReadonlyMap<string, number> }[] = [];
	for (const profile of profiles) {
		await checkChance(profile, world);
		const found = await tried(profile, await narrowed(profile), world, functions);
		warnings.push(...found.warnings);
		for (const other of seen) {
			const meet = [...found.moved].some(([cell, by]) => (other.moved.get(cell) ?? 0) * by > 0);
			if (meet) warnings.push(tablesWarning(other.profile, profile, profile.value));
		}
		seen.push({ profile, moved: found.moved });
	}
	return distinct(warnings);
}

/** Warnings about withheld figures that a statement shows as numbers row by row. */
export async function warningsByRow(profiles: readonly TableProfile[], world: World): Promise<SqlWarning[]> {
	const warnings: SqlWarning[] = [];
	for (const profile of profiles) {
		warnings.push(...(await withheldIn(profile, await shownForWithheld(profile, world))));
	}
	return distinct(warnings);
}
