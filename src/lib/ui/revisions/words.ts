import { formatMoment, formatNumber } from '../../words/numbers.ts';
import { m } from '../../words/index.ts';
import type { FigureVersion, VersionLine } from './types.ts';

/** The date of a version, or that it has none. */
export function publishedWords({ published }: FigureVersion, locale: string): string {
	return published ? formatMoment(published, locale) : m.revisions_no_date_long();
}

/** A share with its sign and at most two decimals: `−0.31%`; below that only that it is small: `<0.01%`. */
export function signedShare(share: number, locale: string): string {
	const style = { style: 'percent', maximumFractionDigits: 2, signDisplay: 'exceptZero' } as const;
	const small = share !== 0 && Math.abs(share) < 0.0001;
	const format = new Intl.NumberFormat(locale, small ? { ...style, signDisplay: 'never' } : style);
	return small ? `<${format.format(0.0001)}` : format.format(share).replace('-', '−');
}

/** A difference in numbers and in per cent: `−34 (−0.31%)`; only in numbers where there is nothing to take a share of. */
export function differenceWords(version: FigureVersion, locale: string): string {
	if (!version.difference) return '';
	const { count, share } = version.difference;
	const sign = count > 0 ? '+' : count < 0 ? '−' : '';
	const number = sign + formatNumber(Math.abs(count), locale);
	return share === null
		? number
		: m.revisions_difference({ count: number, share: signedShare(share, locale) });
}

/** A value, or the marker that stands in its place. */
export function versionValue({ value, marker }: FigureVersion, locale: string): string {
	return value === null ? marker : formatNumber(value, locale);
}

/** What the package calls a standing; the figure in use is called so. */
export function standingWords({ standing, standingLabel }: FigureVersion): string {
	return standing === 'in-use' ? m.revisions_mark_in_use() : standingLabel;
}

/** Basis and unit of a line, as far as its table has them. */
export function lineName({ basis, unit }: VersionLine): string {
	return basis && unit ? m.revisions_line({ basis, unit }) : basis || unit;
}

/** What the versions of a line are compared with, or why they are not. */
export function comparisonWords({ versions, reference }: VersionLine, locale: string): string {
	if (versions.length < 2) return m.revisions_alone();
	const base = reference === null ? undefined : versions[reference];
	if (!base) return m.revisions_alone_none();
	const value = versionValue(base, locale);
	return base.standing === 'in-use'
		? m.revisions_compared_in_use({ value })
		: m.revisions_compared_newest({ value });
}

/** The spoken words of a drawing. */
export function describeLine(title: string, line: VersionLine, locale: string): string {
	const versions = line.versions.map((version) => {
		const words = {
			date: publishedWords(version, locale),
			value: versionValue(version, locale),
			standing: standingWords(version)
		};
		const difference = differenceWords(version, locale);
		return difference
			? m.revisions_alt_version_difference({ ...words, difference })
			: m.revisions_alt_version(words);
	});
	return m.revisions_alt({ title, basis: lineName(line), versions: versions.join('; ') });
}
