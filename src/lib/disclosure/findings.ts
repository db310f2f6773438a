import type { Fault } from '../package/types.ts';
import type { Finding } from './types.ts';

const RULES: Record<Finding['kind'], { rule: (finding: Finding) => string; mend: string }> = {
	small: {
		rule: ({ threshold }) => `a count below ${threshold} is published`,
		mend: 'withhold it: npm run data -- protect does, and writes what may be published'
	},
	'shown-elsewhere': {
		rule: () => 'a withheld figure is published in another place',
		mend: 'withhold it there too, or publish it here'
	},
	derivable: {
		rule: ({ threshold }) => `a withheld figure can be worked out to fewer than ${threshold} values`,
		mend: 'withhold another figure of its sums: npm run data -- protect finds the cheapest'
	},
	contradiction: {
		rule: () => 'published figures leave no value for a withheld one',
		mend: 'correct a total or a part, or the rule of additivity'
	},
	'unnamed-sum': {
		rule: () =>
			'figures that seem to be parts and their total, or one figure twice, do not agree, and no rule ties them',
		mend: 'correct one of them; if they count different things, tell them apart by a unit, a basis or a scope'
	},
	'off-sum': {
		rule: () => 'a total and its parts do not fit, though a rule of additivity ties them',
		mend: 'correct the total or a part, or the rule'
	},
	undecided: {
		rule: () => 'it could not be settled in time whether a withheld figure can be worked out',
		mend: 'withhold another figure of its sums'
	},
	stopped: {
		rule: () =>
			'the solver stopped before it found any values for withheld figures, which says nothing against them',
		mend: 'try again where the machine has less to do; or leave fewer figures withheld in the private folder, or split the table'
	},
	beside: {
		rule: ({ column }) => `a number of the column ${column ?? ''} stands beside a withheld figure`,
		mend: 'empty the cell, or list the column under disclosure.harmless if it says nothing of the figure'
	},
	denominator: {
		rule: ({ column }) => `denominators of the column ${column ?? ''} stand in a table with withheld figures`,
		mend: 'empty the column, since a denominator can be a withheld count, or list it under disclosure.harmless if it cannot'
	},
	derived: {
		rule: () => 'it was computed from a withheld figure',
		mend: 'withhold it too'
	},
	'two-values': {
		rule: () => 'two tables give one figure two values',
		mend: 'correct one of them, or tell them apart by a basis, a unit or a scope'
	},
	'published-before': {
		rule: () => 'a withheld figure stands as a number in the earlier release',
		mend: 'readers have it: publish it again, as npm run data -- protect with --previous does, or withdraw the earlier release'
	},
	'moved-by-few': {
		rule: ({ threshold }) =>
			`a sum of withheld figures changed by fewer than ${threshold} since the earlier release`,
		mend: 'publish the change together with later ones; npm run data -- protect, together with the earlier release, may find other figures to withhold'
	},
	decimals: {
		rule: () => 'figures with decimals are no counts, and cannot be protected',
		mend: 'move what is no count (hours, averages) to a table of its own with "disclosure": { "mode": "off", "reason": … }, and make this column an integer, so that its counts stay protected'
	},
	'older-version': {
		rule: () => 'the table of revisions has a number of a withheld figure',
		mend: 'write [c] there too; where an earlier release has it, withdraw that release'
	},
	'whole-group': {
		rule: () => 'all of a total fall into one category, so that everybody counted there is known to be in it',
		mend: 'for a small area, withhold the categories or join them with others'
	}
};

/** A finding as a fault: it names the figure by its place and key, and never says a number. */
export function faultOf(finding: Finding): Fault {
	const { at, other } = finding;
	const { rule, mend } = RULES[finding.kind];
	const told = other === undefined ? rule(finding) : `${rule(finding)} (${other})`;
	return { file: at.file, row: at.line, column: finding.column, value: at.key, rule: told, mend };
}
