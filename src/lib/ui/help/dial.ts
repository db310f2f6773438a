/**
 * The address that calls a number or writes to it; undefined where it holds more than a number, such as an extension,
 * which would be dialled wrongly.
 */
export function dial(way: 'tel' | 'sms', number: string): string | undefined {
	return /^[\d\s+().-]*\d[\d\s+().-]*$/.test(number) ? `${way}:${number.replace(/[^\d+]/g, '')}` : undefined;
}
