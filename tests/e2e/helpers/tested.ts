import fs from 'node:fs';
import path from 'node:path';
import { dataFolder } from '../../../scripts/lib/stamp.mjs';

const { languages = ['en'] } = JSON.parse(
	fs.readFileSync(path.join(dataFolder(), 'datapackage.json'), 'utf8')
) as { languages?: string[] };

/** The English tag of the package under test: tests read the site in English. */
export const TAG = languages.find((tag) => /^en\b/.test(tag)) ?? 'en';

/** Where the English site begins: `''`, or `/en` where another language is the main one. */
export const TESTED = languages[0] === TAG ? '' : '/en';
