import { m } from '../../words/index.ts';
import type { AuditView, CheckView, ProtectedView } from './types.ts';

/** What was stopped or failed, and that nothing is lost. */
export function brokenWords({ task, reason }: { task: 'audit' | 'protect'; reason?: string }): string {
	if (reason === undefined) return m.publish_small_stopped();
	// The solver's own advice is for those who build it.
	const why = reason.replace(/\.?\)?\.? Build with -sASSERTIONS.*$/s, ')').replace(/\.$/, '');
	return task === 'audit'
		? m.publish_small_failed({ reason: why, command: 'npm run data -- check' })
		: m.publish_small_failed({ reason: why, command: 'npm run data -- protect' });
}

/** How the withheld figures were chosen. */
export function methodWords({ method, gap }: Pick<ProtectedView, 'method' | 'gap'>): string {
	if (method === 'optimal') return m.publish_small_optimal();
	if (gap === undefined) return m.publish_small_heuristic();
	return m.publish_small_heuristic_gap({ percent: Math.round(gap * 100) });
}

/** What must not be published, with the button of the page in place of the command that does the same. */
export function byButton({ faults, canProtect }: AuditView): CheckView {
	if (!canProtect) return faults;
	const named = (mend: string) => mend.replace('npm run data -- protect', `“${m.publish_small_protect()}”`);
	return { ...faults, faults: faults.faults.map((fault) => ({ ...fault, mend: named(fault.mend) })) };
}
