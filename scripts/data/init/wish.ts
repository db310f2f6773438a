/** What the command line says. */
export interface Wish {
	files: string[];
	out: string;
	answers?: string;
	/** Whether the safe defaults are taken without a question. */
	yes: boolean;
}

/** The wish in the arguments of the command, or what is wrong with them. */
export function wishOf(args: readonly string[]): Wish | string {
	const wish: Wish = { files: [], out: 'my-data', yes: false };
	for (let at = 0; at < args.length; at++) {
		const arg = args[at] ?? '';
		if (arg === '--yes') wish.yes = true;
		else if (arg === '--out' || arg === '--answers') {
			const value = args[++at];
			if (value === undefined) return `${arg} needs a name after it.`;
			if (arg === '--out') wish.out = value;
			else wish.answers = value;
		} else if (arg.startsWith('-')) return `${arg} is not known.`;
		else wish.files.push(arg);
	}
	return wish.files.length === 0 ? 'Name at least one CSV file.' : wish;
}

