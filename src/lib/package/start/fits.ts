import { isDay } from '../dates.ts';
import { countryFault } from '../help/country.ts';
import { isPeriod } from './periods.ts';
import type { Question } from './types.ts';

/** Whether an answer is of the form that its question needs. */
export function fits(question: Question, answer: string): boolean {
	const text = answer.trim();
	if (question.kind === 'period') return text === '' || isPeriod(text);
	if (question.kind === 'year-starts') return /^(?:[1-9]|1[0-2])?$/.test(text);
	switch (question.form) {
		case 'choice':
			return question.options?.includes(answer) === true;
		case 'day':
			return isDay(text);
		case 'threshold':
			return /^[1-9]\d{0,3}$/.test(text) && Number(text) >= 2;
		case 'country':
			return text !== '' && countryFault(text) === undefined;
		case 'optional':
			return true;
		case 'text':
			return text !== '';
	}
}
