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
import { metBehindThresholds } from './threshold.ts';
import { fillSql, smallStroke, wholeStroke } from './trial.ts';
import type { World } from './world.ts';

/** Withheld figures that are looked for one by one; of more their number is an upper limit. */
const COUNTED_AT_MOST = 40;

async function influenceOf(profile: TableProfile, world: World): Promise<Influence | undefined> {
	return (
		(await Influence.of(profile, smallStroke(profile), world)) ??
		(await Influence.of(profile, wholeStroke(), world))
	);
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
	influence: Influence,
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
	const overlap = await overlapIn(
		profile,
		influence,
		field,
		summed.map(({ cell }) => cell)
	);
	return overlap ? [overlap] : [];
}

async function withheldIn(profile: TableProfile, influence: Influence): Promise<SqlWarning | undefined> {
	const { withheld } = profile;
	if (withheld.length === 0) return undefined;
	const stroke = smallStroke(profile);
	const isNoticed = async (rows: readonly number[]) =>
		(await influence.movedAfter(fillSql(profile, stroke, rows))).size > 0;
	if (!(await isNoticed(withheld))) return undefined;
	let count = 0;
	const exact = withheld.length <= COUNTED_AT_MOST;
	if (exact) for (const row of withheld) count += (await isNoticed([row])) ? 1 : 0;
	return withheldWarning(profile.resource, profile.value, exact ? count : withheld.length, exact);
}

/** What trials of one table tell, and the cells that follow its figures. */
async function tried(profile: TableProfile, world: World, sums: boolean) {
	const influence = await influenceOf(profile, world);
	const warnings: SqlWarning[] = [];
	if (!influence) {
		const none = new Map<string, never>();
		const against = profile.dimensions.flatMap(({ field }) => {
			const reason = reasonAgainst(profile.resource, field, none);
			return reason === undefined ? [] : [{ field, reason }];
		});
		const met = sums
			? await metBehindThresholds(
					profile,
					against.map(({ field }) => field),
					world
				)
			: [];
		for (const { field, reason } of against) {
			if (met.includes(field)) warnings.push(togetherWarning(profile.resource, field, reason));
		}
		return { warnings, moved: new Map<string, number>() };
	}
	const makeups = await influence.makeups();
	await influence.settle(makeups);
	for (const { field } of profile.dimensions) {
		warnings.push(...(await warningsOfField(profile, influence, field, makeups)));
	}
	const withheld = await withheldIn(profile, influence);
	if (withheld) warnings.push(withheld);
	return { warnings, moved: influence.moved };
}

/**
 * Warnings found by changing figures and looking which cells follow.
 * @param sums whether the plan has a function that adds up
 * @throws NotTried if the statement cannot be tried out
 */
export async function warningsByTrial(
	profiles: readonly TableProfile[],
	world: World,
	sums: boolean
): Promise<SqlWarning[]> {
	const warnings: SqlWarning[] = [];
	const seen: { profile: TableProfile; moved: ReadonlyMap<string, number> }[] = [];
	for (const profile of profiles) {
		const found = await tried(profile, world, sums);
		warnings.push(...found.warnings);
		for (const other of sums ? seen : []) {
			const meet = [...found.moved].some(([cell, by]) => (other.moved.get(cell) ?? 0) * by > 0);
			if (meet) warnings.push(tablesWarning(other.profile, profile, profile.value));
		}
		seen.push({ profile, moved: found.moved });
	}
	return distinct(warnings);
}
