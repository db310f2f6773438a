// Imported first by every command: an old Node gets a sentence, not a syntax error.
import { nodeFault } from './node-version.mjs';

const fault = nodeFault(process.versions.node);
if (fault) {
	console.error(fault);
	process.exit(1);
}
