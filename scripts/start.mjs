#!/usr/bin/env node
// npm start: installs and builds what is not there yet, then serves the site.
import './lib/guard.mjs';
import { install } from './lib/install.mjs';
import { checkPort, wantedPort } from './lib/port.mjs';
import { orStop, runNode } from './lib/run.mjs';
import { siteArguments } from './lib/siteArguments.mjs';
import { isBuilt } from './lib/stamp.mjs';
import { runMain } from './lib/stop.mjs';

await runMain(async () => {
	Object.assign(process.env, siteArguments(process.argv.slice(2), process.env));
	await checkPort(wantedPort());
	await install();
	if (!isBuilt()) {
		await orStop(runNode('scripts/build.mjs'), 'The site could not be built: see the message above.');
	}
	const { serveUntilStopped } = await import('./serve.mjs');
	await serveUntilStopped();
});
