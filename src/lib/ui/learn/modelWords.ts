import { m } from '../../words/index.ts';
import { answerOf, type Answer, type Choice, type Group } from './model.ts';

/** The words of a group and of its options. */
export function groupWords(group: Group): { legend: string; options: Record<string, string> } {
	switch (group) {
		case 'action':
			return {
				legend: m.learn_model_action(),
				options: {
					recruit: m.learn_model_recruit(),
					transport: m.learn_model_transport(),
					harbor: m.learn_model_harbor(),
					receive: m.learn_model_receive(),
					paid: m.learn_model_paid()
				}
			};
		case 'means':
			return {
				legend: m.learn_model_means(),
				options: {
					force: m.learn_model_force(),
					fraud: m.learn_model_fraud(),
					coercion: m.learn_model_coercion(),
					power: m.learn_model_power()
				}
			};
		case 'purpose':
			return {
				legend: m.learn_model_purpose(),
				options: {
					sex: m.learn_model_sex(),
					labor: m.learn_model_labor(),
					other: m.learn_model_other()
				}
			};
	}
}

/** The sentence of an answer. */
export function answerWords(kind: Answer['kind']): string {
	const words: Record<Answer['kind'], string> = {
		open: m.learn_model_open(),
		all: m.learn_model_all(),
		child: m.learn_model_child(),
		depends: m.learn_model_depends(),
		paid: m.learn_model_paid_answer(),
		lacks: m.learn_model_lacks()
	};
	return words[kind];
}

/** What is said of a group of which nothing is there. */
export function missingWords(group: Group, person: Choice['person']): string {
	if (group === 'action') return m.learn_model_no_action();
	if (group === 'purpose') return m.learn_model_no_purpose();
	return person === 'minor' ? m.learn_model_no_means_minor() : m.learn_model_no_means();
}

/** The answer to a choice in words: the sentence, then what is missing. */
export function answerSentences(choice: Choice): string[] {
	const { kind, missing } = answerOf(choice);
	const lacking = kind === 'lacks' ? missing.map((group) => missingWords(group, choice.person)) : [];
	return [answerWords(kind), ...lacking];
}
