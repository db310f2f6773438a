const USAGE = `Usage: npm run data -- check [DIR] [--previous EARLIER]
       npm run data -- release [DIR] [--stamp]
       npm run data -- diff BEFORE AFTER
       npm run data -- protect DIR --out NEW [--previous EARLIER]
       npm run data -- init FILE... [--out DIR] [--answers FILE.json] [--yes]

  check     reads the data package in DIR (or in HOTLINE_DATA, or in data/) and prints every fault as
            file:row:column: value: rule, and how to mend it; --previous audits what it tells together with
            an earlier release that readers may have kept
  release   checks it, also together with the kept releases that are not withdrawn, holds its version
            against what changed, keeps a copy of it with checksums in
            DIR/releases/vVERSION/ and logs it in DIR/releases/changelog.json, so that this version stays as it
            is when the data change; run it each time you publish. --stamp writes the version into
            datapackage.json where the change asks for another one
  diff      prints what differs between the packages in two folders: tables, columns, rows and texts, but
            no earlier value where a figure is withheld
  protect   writes to NEW a copy of the private package in DIR in which small figures are withheld, and others so
            that they cannot be worked out, and audits it; DIR is not changed and must not be published.
            --previous names the folder that is public now: figures are chosen and audited together
            with its releases, which are carried on to NEW
  init      makes a package in DIR (my-data if you do not say) of CSV files that a spreadsheet exports,
            asks what they cannot say, and checks it; with --yes, or without a terminal, it takes the
            safe default for what --answers does not say`;

type Command = (directory: string, ...more: string[]) => Promise<number> | undefined;

/** A command gives nothing where it is called with what it does not know. Each is loaded when it runs: words take a while. */
const COMMANDS: Record<string, Command> = {
	check: (directory, previous, flag, ...more) => {
		if (more.length || (previous === undefined) !== (flag === undefined)) return undefined;
		if (flag !== undefined && flag !== '--previous') return undefined;
		return import('./check.ts').then(({ check }) => check(directory, previous));
	},
	release: (directory, ...more) => {
		if (more.length > 1 || (more[0] ?? '--stamp') !== '--stamp') return undefined;
		return import('./release.ts').then(({ release }) => release(directory, more.length === 1));
	},
	protect: (directory, ...more) => {
		const flags = more.filter((each) => each.startsWith('--'));
		const values = more.filter((each) => !each.startsWith('--'));
		const named = new Map(flags.map((flag, at) => [flag, values[at]]));
		const out = named.get('--out');
		const isKnown = flags.every((flag) => flag === '--out' || flag === '--previous');
		if (out === undefined || !isKnown || named.size !== flags.length || values.length !== flags.length)
			return undefined;
		return import('./protect.ts').then(({ protect }) =>
			protect(directory, out, named.get('--previous'))
		);
	},
	diff: (before, after, ...more) => {
		if (after === undefined || more.length) return undefined;
		return import('./diff.ts').then(({ diff }) => diff(before, after));
	}
};

/**
 * Runs one of the commands of `npm run data`, which print what they find.
 * @param args the name of the command and what is given to it
 * @returns the exit code: 2, after the usage, for what no command knows
 */
export async function runCommand([name = '', ...given]: string[]): Promise<number> {
	if (name === 'init') {
		const { init } = await import('./init.ts');
		return init(given);
	}
	const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	const options = given.filter((each) => each.startsWith('--'));
	const [directory, ...more] = given.filter((each) => !each.startsWith('--'));
	const running = command?.(directory ?? (process.env.HOTLINE_DATA || 'data'), ...more, ...options);
	if (!running) console.error(USAGE);
	return running ?? 2;
}
