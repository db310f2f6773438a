/** What the reader chose about leaving the site; kept in memory only, gone with the page. */
class ExitChoices {
	/** Whether three presses of Shift leave. */
	shift = $state(true);
	#fewerTraces = $state(false);

	/** Whether a link within the site takes the place of the page in the history of the tab. */
	get fewerTraces(): boolean {
		return this.#fewerTraces;
	}

	set fewerTraces(fewer: boolean) {
		this.#fewerTraces = fewer;
		if (fewer) document.body.dataset['sveltekitReplacestate'] = '';
		else delete document.body.dataset['sveltekitReplacestate'];
	}
}

export const exitChoices = new ExitChoices();
