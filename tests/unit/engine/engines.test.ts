import { openDuckDBNode } from '../../../src/lib/engine/duckdb/node.ts';
import { createMemoryEngine } from '../../../src/lib/engine/memory.ts';
import { ALL_FILES, ALL_RESOURCES } from './allCases.ts';
import { tablesOf } from './fixture.ts';
import { engineSuite } from './suite.ts';

engineSuite('memory', async () => createMemoryEngine(ALL_RESOURCES, tablesOf(ALL_RESOURCES, ALL_FILES)));
engineSuite('duckdb in node', () => openDuckDBNode(ALL_RESOURCES, ALL_FILES));
