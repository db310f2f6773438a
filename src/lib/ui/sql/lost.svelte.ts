/** An own table that was lost when the database was started again. */
interface Lost {
	name: string;
	reason: string;
}

/** Own tables that were lost, until the reader runs the next statement. */
class LostTables {
	list = $state.raw<Lost[]>([]);

	add(lost: Lost): void {
		this.list = [...this.list, lost];
	}

	clear(): void {
		this.list = [];
	}
}

/** One list for all pages. */
export const lostTables = new LostTables();
