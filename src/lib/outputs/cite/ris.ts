import type { Citable } from './types.ts';
import { containerWords, entryKey, inLine, plainAddress, versionWords, yearOf } from './words.ts';

/** An entry in the RIS format of reference managers, of the kind "data file". */
export function risEntry(citable: Citable): string {
	const { subject, publisher, title, version, asOf, address } = citable;
	const fields: [string, string][] = [
		['TY', 'DATA'],
		['ID', entryKey(citable)],
		['TI', inLine(subject)],
		['AU', inLine(publisher)],
		['PY', yearOf(asOf)],
		['DA', /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? `${asOf.replaceAll('-', '/')}/` : ''],
		['T2', inLine(title)],
		['PB', inLine(publisher)],
		['ET', version],
		['N1', inLine(`${containerWords(citable)}. ${versionWords(citable)}`)],
		['UR', plainAddress(address)]
	];
	const lines = fields.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${value}`);
	return [...lines, 'ER  - ', ''].join('\r\n');
}
