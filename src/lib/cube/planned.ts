import type { Field, PopulationLink, Resource } from '../package/types.ts';
import type { Condition, Decision } from './conditions.ts';
import type { Member } from './dimensions.ts';
import type { CubeQuery } from './types.ts';

/** A dimension of the answer; without members every value that a row has. */
export interface KeptDimension {
	field: Field;
	members?: Member[];
}

/** A dimension over which values are added up. */
interface SummedDimension {
	field: Field;
	/** The parts; undefined where the field is open, so that no list of parts is known. */
	members?: Member[];
	/** For which rows of the answer an absent part means none. */
	complete: Decision[];
}

/** How a query is answered from the rows of its table, the same in every engine. */
export interface CubePlan {
	refused: false;
	query: CubeQuery;
	resource: Resource;
	/** Dimensions with one value: the chosen one, the only one, or the published total. */
	pinned: { field: Field; member: Member }[];
	kept: KeptDimension[];
	summed: SummedDimension[];
	/** The first whose condition a row meets decides about its total. Empty without `shareOf`. */
	totals: PublishedTotal[];
	/** Only with `rate`. */
	population?: PlannedPopulation;
}

/** Where the residents for the rates of an answer stand. */
export interface PlannedPopulation {
	/** Absent where the population knows none of the places or times. */
	plan?: CubePlan;
	/** The field of the answer's table and the one of the population's table that must have the same value. */
	joins: { own: string; theirs: string }[];
	link: PopulationLink;
}

/** Where the published total of some rows of an answer stands. */
export interface PublishedTotal {
	/** The rows of the answer that it is for. */
	when: Condition;
	/** Absent where no total is published for them. */
	plan?: CubePlan;
}

/** The tables that a plan reads: its own, those of its published totals and that of its population. */
export function resourcesOf(plan: CubePlan): Resource[] {
	const plans = [plan, ...plan.totals.map((total) => total.plan), plan.population?.plan];
	return [...new Set(plans.flatMap((each) => (each ? [each.resource] : [])))];
}
