import { check } from './data/check.ts';
import { release } from './data/release.ts';

const USAGE = `Usage: npm run data -- check [DIR]
       npm run data -- release [DIR]

  check     reads the data package in DIR (or in HOTLINE_DATA, or in data/) and prints every fault as
            file:row:column: value: rule, and how to mend it
  release   checks it, then keeps a copy of it in DIR/releases/vVERSION/, so that frozen embeds of this
            version stay as they are when the data change; run it each time you publish`;

const COMMANDS: Record<string, (directory: string) => Promise<number>> = { check, release };

const [name = '', directory, ...more] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command && more.length === 0) {
	process.exitCode = await command(directory ?? (process.env.HOTLINE_DATA || 'data'));
} else {
	console.error(USAGE);
	process.exitCode = 2;
}
