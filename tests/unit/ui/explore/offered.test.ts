import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { setDerivedKit } from '../../../../src/lib/charts/derivedKit.ts';
import { DERIVED_KIT } from '../../../../src/lib/charts/derived/kit.ts';
import { deriveAnswer } from '../../../../src/lib/charts/derived/derive.ts';
import { chartContext } from '../../../../src/lib/charts/context.ts';
import { setPlaceKit } from '../../../../src/lib/charts/kit.ts';
import { PLACE_KIT } from '../../../../src/lib/charts/places/kit.ts';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { deck } from '../../../../src/lib/charts/words/deck.ts';
import { describe as describeChart } from '../../../../src/lib/charts/words/describe.ts';
import { headline } from '../../../../src/lib/charts/words/headline.ts';
import { chartNotes } from '../../../../src/lib/charts/words/notes.ts';
import { chartTable } from '../../../../src/lib/charts/words/table.ts';
import type { CubeAnswer } from '../../../../src/lib/cube/types.ts';
import { fieldByRole } from '../../../../src/lib/package/index.ts';
import { readAddress, writeAddress } from '../../../../src/lib/ui/explore/address.ts';
import { derivationOf, specOf } from '../../../../src/lib/ui/explore/spec.ts';
import { FORMS, SHOWS, type Question } from '../../../../src/lib/ui/explore/state.ts';
import { answerFrom, timeName, valuesIn, type ExploreTable } from '../../../../src/lib/ui/explore/table.ts';
import { defaultPackage } from './packageTables.ts';
import { steps, walk } from './walk.ts';

let tables: ExploreTable[];
let loaded: Awaited<ReturnType<typeof defaultPackage>>;

beforeAll(async () => {
	setDerivedKit(DERIVED_KIT);
	setPlaceKit(PLACE_KIT);
	loaded = await defaultPackage();
	tables = loaded.explorable;
});

/** A table with one of its measures, or with none where it has none. */
const start = fc.tuple(fc.nat(9999), fc.nat(9999)).map(([table, measure]) => {
	const chosen = tables[table % tables.length] as ExploreTable;
	const field = fieldByRole(chosen.resource, 'measure');
	const measures = field ? valuesIn(field, chosen.rows) : [];
	const value = measures[measure % measures.length];
	return { table: chosen, state: { values: {}, ...(value === undefined ? {} : { measure: value }) } };
});

function answered(table: ExploreTable, question: Question): CubeAnswer {
	const answer = answerFrom(table, specOf(table, question).query);
	if (answer.refused) throw new Error(`${JSON.stringify(question)}: ${answer.reason}`);
	const derivation = derivationOf(question);
	return derivation ? deriveAnswer(answer, timeName(table), derivation) : answer;
}

describe('whatever is offered', () => {
	// One walk is known to come everywhere; the other takes new ways each time.
	it.each([
		['everywhere', { numRuns: 200, seed: 5 }],
		['on new ways', { numRuns: 100 }]
	])(
		'is answered without a refusal, and never empty, %s',
		(where, parameters) => {
			const reached = new Set<string>();
			fc.assert(
				fc.property(
					fc.constant(0).chain(() => start),
					steps,
					({ table, state }, moves) => {
						walk(table, state, moves, (_, { question }) => {
							const answer = answered(table, question);
							reached.add(question.show).add(question.form);
							expect(answer.rows.length, JSON.stringify(question)).toBeGreaterThan(0);
							if (question.show !== 'count') {
								const hasNumber = answer.rows.some(({ value }) => value !== null);
								if (!question.at) expect(hasNumber, JSON.stringify(question)).toBe(true);
							}
						});
					}
				),
				parameters
			);
			if (where === 'everywhere') expect([...reached].sort()).toEqual([...SHOWS, ...FORMS].sort());
		},
		120_000
	);

	it('is kept in the address, and comes back from it as it was', () => {
		fc.assert(
			fc.property(
				fc.constant(0).chain(() => start),
				steps,
				({ table, state }, moves) => {
					walk(table, state, moves, (reached, exploration) => {
						const whole = { ...reached, table: table.resource.name };
						const read = readAddress(writeAddress(whole), [table.resource.name]);
						expect(read).toEqual({ state: whole, notices: [] });
						expect(exploration.left).toEqual([]);
					});
				}
			),
			{ numRuns: 50 }
		);
	}, 120_000);

	it('is drawn as it says, with words for all of it', () => {
		const { pkg } = loaded;
		fc.assert(
			fc.property(
				fc.constant(0).chain(() => start),
				steps,
				({ table, state }, moves) => {
					walk(table, state, moves, (_, { question }) => {
						if (question.form === 'tile-map') return;
						const answer = answered(table, question);
						const { title, publisher, scope, limits, version, asOf } = pkg;
						const view = {
							spec: specOf(table, question),
							resource: table.resource,
							answer,
							sources: [],
							package: { title, publisher, scope, limits, version, asOf }
						};
						const context = chartContext(view, answer);
						const layout = layoutChart(context);
						if (question.form !== 'funnel') expect(layout.kind, JSON.stringify(question)).toBe(question.form);
						const words = [
							headline(context, layout),
							deck(context, layout),
							describeChart(context, layout),
							...chartNotes(context, layout).map(({ text }) => text)
						];
						for (const text of words) expect(text).not.toMatch(/undefined|null|NaN|Infinity|\{/);
						const places = layout.panels.flatMap(({ dots, grid }) => [...dots, ...grid].map(({ y }) => y));
						expect(places.every(Number.isFinite), JSON.stringify(question)).toBe(true);
						expect(chartTable(context).rows).toHaveLength(answer.rows.length);
					});
				}
			),
			{ numRuns: 70 }
		);
	}, 120_000);
});
