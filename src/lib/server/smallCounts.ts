import { settingsOf } from '../disclosure/settings.ts';
import { localized } from '../package/index.ts';
import type { DataPackage } from '../package/types.ts';
import type { SmallCounts } from '../ui/disclosure/types.ts';

/**
 * How small counts are treated, with tables of one rule together.
 * @returns undefined where the package does not say so
 */
export function smallCounts(pkg: DataPackage): SmallCounts | undefined {
	if (!pkg.disclosure && !pkg.resources.some(({ disclosure }) => disclosure)) return undefined;
	const rules: SmallCounts['rules'] = [];
	const reasons = new Set<string>();
	for (const resource of pkg.resources) {
		const { mode, threshold, zeros } = settingsOf(pkg, resource);
		if (mode === 'off') continue;
		const table = localized(resource.title ?? resource.name);
		const alike = rules.find(
			(rule) => rule.mode === mode && rule.threshold === threshold && rule.zeros === zeros
		);
		if (alike) alike.tables.push(table);
		else rules.push({ mode, threshold, zeros, tables: [table] });
		const reason =
			resource.disclosure?.reason ?? (resource.disclosure?.mode ? undefined : pkg.disclosure?.reason);
		if (mode === 'inform' && reason !== undefined) reasons.add(localized(reason));
	}
	return rules.length > 0 ? { rules, reasons: [...reasons] } : undefined;
}
