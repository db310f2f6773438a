#!/usr/bin/env node
// npm run embeds: bundles the scripts of embedded charts, which the build and the development server need.
import './lib/guard.mjs';
import { makeEmbedScripts } from './lib/embedScripts.mjs';
import { runMain } from './lib/stop.mjs';

await runMain(makeEmbedScripts);
