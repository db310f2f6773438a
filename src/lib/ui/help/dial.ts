/**
 * The address that calls a number or writes to it; undefined where it holds more than a number, such as an extension,
 * which would be dialled wrongly. A zero in parentheses after a country code, `+44 (0)20`, is dialled only within the
 * country and left out.
 */
export function dial(way: 'tel' | 'sms', number: string): string | undefined {
	if (!/^[\d\s+().-]*\d[\d\s+().-]*$/.test(number)) return undefined;
	const dialled = number.replace(/^(\s*\+[\d\s.-]+)\(0\)/, '$1').replace(/[^\d+]/g, '');
	return `${way}:${dialled}`;
}
