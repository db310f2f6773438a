import { expect, type Page } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { chartFaults, faintMarks, sidewaysScroll } from './measures.ts';
import { isInOtherLanguage, otherLanguages, pagesInTurn, sitePages } from './site.ts';

/** A way in which a page is looked at. */
export interface Look {
	scripts: boolean;
	theme: 'light' | 'dark';
	/** Of the window, in px. */
	width: number;
}

const WIDTHS = [320, 1280];
const THEMES = ['light', 'dark'] as const;

/** Every way, with scripts or without. */
export function looks(scripts: boolean): Look[] {
	return WIDTHS.flatMap((width) => THEMES.map((theme) => ({ scripts, theme, width })));
}

/** All but the usual one, in which a page of each kind is looked at. */
const OTHERS = [...looks(true), ...looks(false)].filter(
	({ scripts, theme, width }) => !scripts || theme !== 'light' || width !== 1280
);

let everyAddress: string[] | undefined;

/** The way that falls to a page: dealt out in turn, so that over all pages each pair of values occurs. */
export function dealtLook(address: string): Look {
	everyAddress ??= ['', ...otherLanguages()].flatMap((language) => sitePages(undefined, language));
	return OTHERS[Math.max(0, everyAddress.indexOf(address)) % OTHERS.length] as Look;
}

/**
 * The pages that are looked at with each change, with scripts or without: those in the main language in both ways, those
 * in others in the one that falls to them.
 */
export function pagesToLookAt(scripts: boolean): string[] {
	return pagesInTurn().filter(
		(address) => !isInOtherLanguage(address) || dealtLook(address).scripts === scripts
	);
}

/** Sets the window and the theme, without another request. */
export async function take(page: Page, { theme, width }: Look): Promise<void> {
	await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
	await page.setViewportSize({ width, height: 900 });
}

/** The page as it is shown now has no fault that axe or this project's own measures find. */
export async function expectFaultless(page: Page, { scripts }: Look, what: string): Promise<void> {
	expect.soft(await axeFaults(page, {}, { scripts }), what).toEqual([]);
	expect.soft(await faintMarks(page), what).toEqual([]);
	expect.soft(await chartFaults(page), what).toEqual({ missing: [], small: [], cut: [], overlapping: [] });
	expect.soft(await sidewaysScroll(page), what).toBe(0);
}
