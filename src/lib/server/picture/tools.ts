import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The fonts of a picture, which is drawn with these alone. */
export const FONT_FILES = [
	'@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
	'@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
	'@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'
].map((file) => require.resolve(file));

const PACKAGES = ['@resvg/resvg-js', '@expo-google-fonts/source-sans-3', '@expo-google-fonts/source-serif-4'];

/** What draws a picture, as installed: `@resvg/resvg-js 2.6.2`. Another version may draw the same words otherwise. */
export function drawnWith(): string[] {
	return PACKAGES.map((name) => {
		const { version } = require(`${name}/package.json`) as { version: string };
		return `${name} ${version}`;
	});
}
