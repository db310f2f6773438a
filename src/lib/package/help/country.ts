/** The two letters of a country as they are written today, `GB` for `UK`; undefined where there is no such country. */
function countryCode(code: string): string | undefined {
	if (!/^[A-Za-z]{2}$/.test(code)) return undefined;
	const { region } = new Intl.Locale(`und-${code}`);
	const name = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(region ?? 'ZZ');
	return name === undefined || region === 'ZZ' ? undefined : region;
}

/** What is wrong with the code of a country; undefined where nothing is. */
export function countryFault(code: string): { rule: string; mend: string } | undefined {
	const known = countryCode(code);
	if (known === code) return undefined;
	const mend = known ? `did you mean ${known}?` : 'write its two capitals of ISO 3166-1, such as US';
	return { rule: 'this is not the code of a country', mend };
}
