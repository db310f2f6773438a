/** A fraction as an SVG percentage, short: `12.5%`. */
export function percent(fraction: number): string {
	return `${Math.round(fraction * 1e4) / 100}%`;
}

/** A length in px, short: one decimal. */
export function px(length: number): number {
	return Math.round(length * 10) / 10;
}
