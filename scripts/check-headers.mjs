#!/usr/bin/env node
// npm run headers -- ADDRESS: asks a published site for one address of each kind and names every header that
// is missing or wrong.
import './lib/guard.mjs';
import { checkSite } from './lib/headerCheck.mjs';
import { runMain, Stop } from './lib/stop.mjs';

await runMain(async () => {
	const site = process.argv[2] ?? process.env.SITE_ADDRESS;
	if (!site || !/^https?:\/\//.test(site) || !URL.canParse(site)) {
		throw new Stop('Name the site: npm run headers -- https://example.org/path');
	}
	const checked = await checkSite(site);
	for (const { path, faults } of checked) {
		console.log(`${faults.length ? 'FAULT' : 'ok   '}  ${path}`);
		for (const fault of faults) console.log(`         ${fault}`);
	}
	const bad = checked.filter(({ faults }) => faults.length).length;
	if (bad) throw new Stop(`${bad} of ${checked.length} addresses have faults.`);
	console.log(`All ${checked.length} addresses have the headers that they need.`);
});
