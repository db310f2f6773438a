import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlConnection } from '../../../../src/lib/engine/duckdb/connection.ts';
import { connectNode } from '../../../../src/lib/engine/duckdb/node.ts';
import { codeOf } from '../../../../src/lib/outputs/code/index.ts';
import { fieldByRole } from '../../../../src/lib/package/index.ts';
import { explorableNames, tableBundle } from '../../../../src/lib/server/explore.ts';
import { loadPackage, type LoadedPackage } from '../../../../src/lib/server/package.ts';
import { codeSubject } from '../../../../src/lib/ui/explore/code.ts';
import { Workshop, type Built } from '../../../../src/lib/ui/explore/core.ts';
import { derivationOf } from '../../../../src/lib/ui/explore/spec.ts';
import type { ExploreState } from '../../../../src/lib/ui/explore/state.ts';
import { valuesIn, type ExploreTable } from '../../../../src/lib/ui/explore/table.ts';
import { tableOf } from '../../../../src/lib/ui/explore/view.ts';
import { steps, walk } from './walk.ts';

let database: SqlConnection;
let loaded: LoadedPackage;
let offered: { table: ExploreTable; workshop: Workshop }[];

beforeAll(async () => {
	loaded = await loadPackage();
	const bundles = await Promise.all((await explorableNames()).map(tableBundle));
	offered = bundles.map((bundle) => ({ table: tableOf(bundle), workshop: new Workshop(bundle) }));
	database = await connectNode();
	for (const [name, bytes] of Object.entries(loaded.files))
		await database.addFile(`upload/${name}.csv`, bytes);
}, 60_000);

afterAll(() => database.close());

function codeFor(built: Built): ReturnType<typeof codeOf> {
	const { resources } = loaded;
	return codeOf({ ...codeSubject(built), resources, addressOf: (name) => `upload/${name}.csv` });
}

async function build(name: string, state: Partial<ExploreState>): Promise<Built> {
	const one = offered.find(({ table }) => table.resource.name === name);
	if (!one) throw new Error(`No table is called ${name}.`);
	return one.workshop.build({ values: {}, ...state }, undefined);
}

const KINDS = ['share', 'index', 'change'];

const digits = (cell: unknown) => (typeof cell === 'number' ? Number(cell.toPrecision(10)) : null);

describe('programs of what the builder shows', () => {
	it('give what their title and their caveats name, whatever is offered', async () => {
		const met: Record<string, number> = {};
		const compare = async (built: Built) => {
			const { question } = built.exploration;
			let code: ReturnType<typeof codeOf>;
			try {
				code = codeFor(built);
			} catch (error) {
				expect(error).toBeInstanceOf(RangeError);
				return;
			}
			const found = await database.run(code.duckdb);
			const isCount = question.show === 'index' || question.show === 'change';
			const keys = built.counts.query.dimensions;
			const id = (row: Record<string, unknown>) => JSON.stringify(keys.map((key) => String(row[key])));
			const shown = isCount ? built.counts : built.shown.answer;
			const expected = shown.rows.map((row) => [id(row.key), digits(row.value)]);
			const column = isCount ? 'count' : 'value';
			expect(found.map((row) => [id(row), digits(row[column])]).sort()).toEqual(expected.sort());
			if (isCount) for (const row of found) expect(row).not.toHaveProperty('value');
			met[question.show] = (met[question.show] ?? 0) + 1;
		};
		await fc.assert(
			fc.asyncProperty(fc.nat(9999), fc.nat(9999), steps, async (which, what, moves) => {
				const { table, workshop } = offered[which % offered.length] as (typeof offered)[number];
				const field = fieldByRole(table.resource, 'measure');
				const measures = field ? valuesIn(field, table.rows) : [];
				const measure = measures[what % measures.length];
				const states = new Map<string, ExploreState>();
				const show = KINDS[what % KINDS.length] ?? '';
				walk(table, { values: {}, show, ...(measure ? { measure } : {}) }, moves, (state, { question }) => {
					if (derivationOf(question)) states.set(question.show, state);
				});
				for (const state of states.values()) await compare(await workshop.build(state, undefined));
			}),
			{ numRuns: 60, seed: 7 }
		);
		for (const show of KINDS) expect(met[show] ?? 0, show).toBeGreaterThan(1);
	}, 120_000);

	it('are headed by the counts where they give no index, and say how it follows', async () => {
		const built = await build('national_by_year', { measure: 'cases', show: 'index', base: '2015' });
		for (const program of Object.values<string>({ ...codeFor(built) })) {
			expect(program).toMatch(/This program gives the counts\..* divided by that of 2015, times 100\./);
			expect(program).not.toContain('2015 = 100');
			expect(program).not.toContain('value is');
			expect(program).toMatch(/^(#|--) Cases by year/);
		}
		const { r, python } = codeFor(built);
		expect(r).toContain('rename(count = value)');
		expect(python).toContain('rename(columns={"value": "count"})');
	});

	it('work a share out in percent, as the chart does', async () => {
		const built = await build('types_by_year', {
			by: 'form',
			unit: 'cases',
			basis: 'hotline',
			show: 'share'
		});
		const { r, python } = codeFor(built);
		expect(r).toContain('mutate(value = 100 * share) |> select(-share)');
		expect(python).toContain('figures["value"] = 100 * figures.pop("share")');
	});
});
