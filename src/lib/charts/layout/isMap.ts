/** Whether a mark is a map. */
export function isMap(kind: string): kind is 'tile-map' | 'map' {
	return kind === 'tile-map' || kind === 'map';
}
