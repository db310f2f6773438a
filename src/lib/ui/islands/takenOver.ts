let isOver = false;

/** To be told once the first page stands: from then on pages are drawn in the browser. */
export function siteTookOver(): void {
	isOver = true;
}

/** Whether pages are drawn in the browser now; the first page stands drawn in its document. */
export function hasTakenOver(): boolean {
	return isOver;
}
