import { openDuckDBNode } from '../../../src/lib/engine/duckdb/node.ts';
import { createMemoryEngine } from '../../../src/lib/engine/memory.ts';
import { FILES, RESOURCES, tablesOf } from './fixture.ts';
import { engineSuite } from './suite.ts';

engineSuite('memory', async () => createMemoryEngine(RESOURCES, tablesOf(RESOURCES, FILES)));
engineSuite('duckdb in node', () => openDuckDBNode(RESOURCES, FILES));
