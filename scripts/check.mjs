#!/usr/bin/env node
// npm run check: words, routes, types, lint (with the floors) and format.
import './lib/guard.mjs';
import { runChecks } from './lib/checks.mjs';

const { failed } = await runChecks();
process.exit(failed ? 1 : 0);
