import type { Fault, HelpLine } from '../types.ts';
import { webAddress } from '../webAddress.ts';
import { countryFault } from './country.ts';

type CellFault = Omit<Fault, 'file' | 'row'>;

/** A number as it is dialled: digits, parted as people write them. */
const DIALLED = /^\+?\d(?:[\d .()-]*\d)?$/;

function numberFaults(line: HelpLine): CellFault[] {
	const numbers = { phone: line.phone, text_number: line.text, tty: line.tty };
	return Object.entries(numbers).flatMap(([column, value]) => {
		if (value === undefined || DIALLED.test(value)) return [];
		const rule = 'this is no number that can be dialled';
		return [{ column, value, rule, mend: 'write digits, such as 0800 123 456' }];
	});
}

function addressFaults({ chat, url, source }: HelpLine): CellFault[] {
	return Object.entries({ chat, url, source }).flatMap(([column, value]) => {
		if (value === undefined || webAddress(value) === value) return [];
		return [{ column, value, rule: 'this is not a web address', mend: 'write it with https://' }];
	});
}

/** What is wrong with a line of the file beyond the form of its cells. */
export function lineFaults(line: HelpLine): CellFault[] {
	const { country, kind, phone, text, textWord, chat, url } = line;
	const faults = [...numberFaults(line), ...addressFaults(line)];
	const unknown = country === undefined ? undefined : countryFault(country);
	if (unknown) faults.push({ column: 'country', value: country, ...unknown });
	if (kind === 'emergency' && phone === undefined) {
		const rule = 'an emergency number is one that can be called';
		faults.push({ column: 'phone', value: '', rule, mend: 'write it, or choose another kind' });
	} else if ([phone, text, chat, url].every((way) => way === undefined)) {
		const mend = 'give it a phone, a text_number, a chat or a url';
		faults.push({ column: 'phone', value: '', rule: 'a help line can be reached', mend });
	}
	if (textWord !== undefined && text === undefined) {
		const rule = 'a word is sent to a number';
		faults.push({ column: 'text_word', value: textWord, rule, mend: 'write the text_number too' });
	}
	return faults;
}
