/** Tells the reader something above the chart; the text is never taken as markup. */
export function notice(text: string): void {
	const line = document.createElement('p');
	line.textContent = text;
	document.querySelector('.notices')?.append(line);
}
