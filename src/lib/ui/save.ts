/** Saves a file that was made in the page with the reader's downloads. */
export function save(blob: Blob, name: string): void {
	const address = URL.createObjectURL(blob);
	const anchor = document.createElement('a');
	anchor.href = address;
	anchor.download = name;
	anchor.click();
	setTimeout(() => URL.revokeObjectURL(address), 1000);
}
