import type { Fault } from '../types.ts';

/** So that a file that is wrong throughout cannot fill the memory. */
const MOST_FAULTS = 10_000;

/** The faults of one file, in the order they were met; ends with a note where there are too many. */
export class FaultList {
	readonly faults: Fault[] = [];

	constructor(private readonly file: string) {}

	get full(): boolean {
		return this.faults.length > MOST_FAULTS;
	}

	add(fault: Omit<Fault, 'file'>): void {
		if (this.full) return;
		const { file } = this;
		if (this.faults.length < MOST_FAULTS) this.faults.push({ file, ...fault });
		else {
			const rule = `there are more than ${MOST_FAULTS} faults, the rest was not looked at`;
			this.faults.push({ file, row: fault.row, rule, mend: 'mend these first' });
		}
	}
}
