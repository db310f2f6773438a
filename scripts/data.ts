import { check } from './data/check.ts';
import { release } from './data/release.ts';

const USAGE = `Usage: npm run data -- check [DIR]
       npm run data -- release [DIR]
       npm run data -- init FILE... [--out DIR] [--answers FILE.json] [--yes]

  check     reads the data package in DIR (or in HOTLINE_DATA, or in data/) and prints every fault as
            file:row:column: value: rule, and how to mend it
  release   checks it, then keeps a copy of it in DIR/releases/vVERSION/, so that frozen embeds of this
            version stay as they are when the data change; run it each time you publish
  init      makes a package in DIR (my-data if you do not say) of CSV files that a spreadsheet exports,
            asks what they cannot say, and checks it; with --yes, or without a terminal, it takes the
            safe default for what --answers does not say`;

const COMMANDS: Record<string, (directory: string) => Promise<number>> = { check, release };

const [name = '', directory, ...more] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (name === 'init') {
	// The words of its questions take a while to load, and no other command needs them.
	const { init } = await import('./data/init.ts');
	process.exitCode = await init(process.argv.slice(3));
} else if (command && more.length === 0) {
	process.exitCode = await command(directory ?? (process.env.HOTLINE_DATA || 'data'));
} else {
	console.error(USAGE);
	process.exitCode = 2;
}
