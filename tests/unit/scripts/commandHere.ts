import { format } from 'node:util';
import { vi } from 'vitest';
import { runCommand } from '../../../scripts/data/commands.ts';

/** Runs a command of `npm run data` without another process; gives its exit code and what it printed. */
export async function commandHere(...args: string[]): Promise<{ code: number; out: string; err: string }> {
	const printed = { out: '', err: '' };
	const log = vi.spyOn(console, 'log').mockImplementation((...said) => {
		printed.out += `${format(...said)}\n`;
	});
	const error = vi.spyOn(console, 'error').mockImplementation((...said) => {
		printed.err += `${format(...said)}\n`;
	});
	try {
		return { code: await runCommand(args), ...printed };
	} finally {
		log.mockRestore();
		error.mockRestore();
	}
}
