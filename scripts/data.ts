import { runCommand } from './data/commands.ts';
import { passBrokenPipe } from './lib/brokenPipe.ts';

passBrokenPipe(process.stdout);
process.exitCode = await runCommand(process.argv.slice(2));
