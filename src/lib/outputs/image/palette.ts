import type { ClassStep } from '../../charts/layout/mapTypes.ts';
import type { Hue } from '../../charts/layout/types.ts';
import type { ImageTheme } from './types.ts';

/** Colours of a picture; a test holds them equal to the tokens of the pages. */
export interface Palette {
	ground: string;
	groundRaised: string;
	ink: string;
	inkSoft: string;
	rule: string;
	ruleStrong: string;
	link: string;
	notice: string;
	hues: Record<Hue, string>;
	/** Steps of a map's classes, and the words on them: ink on the first three, paper on the others. */
	classes: Record<ClassStep, string>;
	classInk: string;
	classPaper: string;
}

export const PALETTES: Record<ImageTheme, Palette> = {
	light: {
		ground: '#fdfbf6',
		groundRaised: '#f5f1e8',
		ink: '#1a1a18',
		inkSoft: '#55534c',
		rule: '#ddd8cb',
		ruleStrong: '#6d6a61',
		link: '#12436d',
		notice: '#fbefc9',
		hues: { 1: '#12436d', 2: '#b9501c', 3: '#1b857b', 4: '#801650', 5: '#7a5fb5', 6: '#6b6963' },
		classes: { 1: '#c7e8fd', 2: '#7fbce4', 3: '#4494cc', 4: '#1e6faa', 5: '#094c82', 6: '#032952' },
		classInk: '#1a1a18',
		classPaper: '#fdfbf6'
	},
	dark: {
		ground: '#16181b',
		groundRaised: '#212429',
		ink: '#ecebe6',
		inkSoft: '#b3b1a9',
		rule: '#3a3d42',
		ruleStrong: '#8d8b84',
		link: '#8dc2f0',
		notice: '#3f3717',
		hues: { 1: '#6fb1e8', 2: '#f0894a', 3: '#4cc5b7', 4: '#e58bb8', 5: '#b9a2ea', 6: '#b4b2aa' },
		classes: { 1: '#243850', 2: '#2c5176', 3: '#346c9b', 4: '#3f8bc0', 5: '#68b2e0', 6: '#afdcf7' },
		classInk: '#ecebe6',
		classPaper: '#16181b'
	}
};

/** Part of a hue in the words of a label; the rest is ink, so that small words have 4.5:1. */
const HUE_IN_WORDS = 0.8;

/** The colour of words in a hue. */
export function wordsColour(palette: Palette, hue: Hue): string {
	const parts = (colour: string) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
	const ink = parts(palette.ink);
	const mixed = parts(palette.hues[hue]).map((part, at) =>
		Math.round(part * HUE_IN_WORDS + (ink[at] ?? 0) * (1 - HUE_IN_WORDS))
	);
	return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
