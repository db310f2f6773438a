/** A fault that the reader of the terminal can mend: shown as one sentence, without a stack. */
export class Stop extends Error {}

/**
 * Runs a command's main function; a `Stop` prints its sentence, anything else its stack; both exit 1.
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
	try {
		await main();
	} catch (error) {
		if (error instanceof Stop) {
			if (error.message) console.error(error.message);
		} else console.error(error);
		process.exit(1);
	}
}
