const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/**
 * What is wrong with the shape of a program, `''` where nothing is: texts that do not end on their line, brackets that
 * do not close. Enough to find a literal that breaks out.
 * @param quotes signs that open and close a text with escapes
 */
export function shapeFault(program: string, comment: string, quotes: string): string {
	const open: string[] = [];
	for (const [at, line] of program.split('\n').entries()) {
		let text = '';
		for (let index = 0; index < line.length; index++) {
			const sign = line.charAt(index);
			if (text) {
				if (sign === '\\' && comment === '#') index++;
				else if (sign === text) text = '';
			} else if (line.startsWith(comment, index)) break;
			else if (quotes.includes(sign)) text = sign;
			else if ('([{'.includes(sign)) open.push(sign);
			else if (sign in PAIRS && open.pop() !== PAIRS[sign]) return `line ${at + 1}: ${sign} closes nothing`;
		}
		if (text) return `line ${at + 1}: a text does not end`;
	}
	return open.length ? `${open.join('')} is left open` : '';
}
