import { deriveAnswer, type Derivation } from '../../../charts/derived/derive.ts';
import { MOST_LARGE_PANELS } from '../../../charts/layout/parts.ts';
import type { CubeAnswer } from '../../../cube/types.ts';
import { fieldByName, fieldByRole } from '../../../package/index.ts';
import { LEAST_BASE } from '../../../stats/indexTo.ts';
import { RATE_PER, SMALL_COUNT } from '../../../stats/rate.ts';
import { m } from '../../../words/index.ts';
import { formatNumber } from '../../../words/numbers.ts';
import { decide, type Draft } from '../draft.ts';
import { queryOf } from '../query.ts';
import type { Option, Question, Show } from '../state.ts';
import {
	answerFrom,
	followOneAnother,
	groupFields,
	labelled,
	timeName,
	valuesIn,
	yearStarts
} from '../table.ts';
import { tooManyLines } from './lines.ts';

/** Whether an answer has at least one number. */
const hasNumber = ({ rows }: CubeAnswer) => rows.some(({ value }) => value !== null);

function whyNoRate({ table, question }: Draft): string {
	const answer = answerFrom(table, queryOf(table, { ...question, show: 'rate' }));
	if (answer.refused) return answer.reason;
	return hasNumber(answer) ? '' : m.explore_reason_no_rate();
}

/** The field over whose published total shares can be given, or why there is none. */
function shareField({ table, question }: Draft): { field: string } | { reason: string } {
	const kept = [question.by, question.panels].filter(Boolean);
	const picked = Object.entries(question.picked).flatMap(([name, value]) => {
		const field = fieldByName(table.resource, name);
		const category = field?.categories?.find((each) => each.value === value);
		return field && value && category?.kind === undefined ? [name] : [];
	});
	let reason = '';
	for (const field of [...kept, ...picked]) {
		if (!groupFields(table).some(({ name }) => name === field)) continue;
		const answer = answerFrom(table, queryOf(table, { ...question, show: 'share', shareOf: field }));
		if (answer.refused) reason ||= answer.reason;
		else if (answer.rows.some(({ share }) => typeof share === 'number')) return { field };
		else reason ||= m.explore_reason_no_total();
	}
	return { reason: reason || m.explore_reason_share_part() };
}

/** Why lines of what follows from counts cannot be drawn; `''` where they can. */
function whyNoSeries(draft: Draft): string {
	const { table, question } = draft;
	const time = fieldByName(table.resource, timeName(table));
	const periods = time ? valuesIn(time, draft.rows) : [];
	if (!time || question.panels === time.name) return m.explore_reason_needs_time();
	if (!followOneAnother(time, periods) || periods.some((period) => period.length > 7))
		return m.explore_reason_periods();
	if (periods.length < 2) return m.explore_reason_one_period();
	return tooManyLines(table, question, draft.rows);
}

/** An answer to the counts of a question, derived. */
function derivedFrom({ table, question }: Draft, derivation: Derivation): CubeAnswer | undefined {
	const answer = answerFrom(table, queryOf(table, { ...question, show: 'count' }));
	return answer.refused ? undefined : deriveAnswer(answer, timeName(table), derivation, yearStarts(table));
}

/** Which of the rules keeps a period from being the base. */
function whyNoBase(derived: CubeAnswer | undefined, time: string, period: string): string {
	const rows = derived?.rows.filter(({ key }) => String(key[time]) === period) ?? [];
	if (rows.some(({ value }) => value !== null)) return m.explore_reason_base_alone();
	const isLarge = rows.some((row) => (row.derived?.count ?? 0) >= LEAST_BASE);
	if (!isLarge) return m.explore_reason_base({ least: LEAST_BASE });
	const isBroken = rows.some(({ status }) => status === '[b]');
	return isBroken ? m.explore_reason_base_break() : m.explore_reason_base_inexact();
}

function baseOptions(draft: Draft): Option[] {
	const { table } = draft;
	const time = fieldByName(table.resource, timeName(table));
	return (time ? valuesIn(time, draft.rows) : []).map((value) => {
		const derived = derivedFrom(draft, { kind: 'index', base: value });
		// The base alone, 100 by itself, says nothing.
		const isBase = derived?.rows.some(
			({ key, value: index }) => index !== null && String(key[time?.name ?? '']) !== value
		);
		const reason = isBase ? '' : whyNoBase(derived, time?.name ?? '', value);
		return { value, label: labelled(table, time?.name ?? '', value), reason };
	});
}

function whyNoIndex(draft: Draft): string {
	const reason = whyNoSeries(draft);
	if (reason) return reason;
	const isPossible = baseOptions(draft).some((option) => !option.reason);
	return isPossible ? '' : m.explore_reason_no_base({ least: LEAST_BASE });
}

function whyNoChange(draft: Draft): string {
	const reason = whyNoSeries(draft);
	if (reason) return reason;
	const { panels } = draft.question;
	if (panels && (draft.question.shown[panels]?.length ?? 0) > MOST_LARGE_PANELS)
		return m.explore_reason_many_forms({ most: MOST_LARGE_PANELS });
	const derived = derivedFrom(draft, { kind: 'change' });
	return derived && hasNumber(derived) ? '' : m.explore_reason_no_change({ least: SMALL_COUNT });
}

/** The labels of what can be shown. */
export function showLabel(show: Show): string {
	const labels: Record<Show, string> = {
		count: m.explore_show_count(),
		rate: m.explore_show_rate({ per: formatNumber(RATE_PER) }),
		share: m.explore_show_share(),
		index: m.explore_show_index(),
		change: m.explore_show_change()
	};
	return labels[show];
}

/** Whether counts are shown, or what follows from them. */
export function decideShow(draft: Draft): void {
	const { state, question, table } = draft;
	const share = shareField(draft);
	const isOfPeople =
		fieldByRole(table.resource, 'place') !== undefined && table.resource.population !== undefined;
	const reasons: Record<Show, string> = {
		count: '',
		rate: isOfPeople ? whyNoRate(draft) : m.explore_reason_no_population(),
		share: 'reason' in share ? share.reason : '',
		index: whyNoIndex(draft),
		change: whyNoChange(draft)
	};
	const options = (Object.keys(reasons) as Show[]).map((value) => ({
		value,
		label: showLabel(value),
		reason: reasons[value]
	}));
	const show = decide(draft, 'show', m.explore_show(), options, state.show, 'count') as Question['show'];
	question.show = show;
	if (show === 'share' && 'field' in share) question.shareOf = share.field;
	if (show !== 'index') return;
	question.base = decide(draft, 'base', m.explore_base(), baseOptions(draft), state.base, '');
}
