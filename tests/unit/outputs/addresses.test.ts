import fs from 'node:fs';
import { expect, it } from 'vitest';
import { FRAME_SANDBOX } from '../../../src/lib/outputs/addresses.ts';

it.each(['README.md', 'src/lib/embed/loader.ts'])('%s gives frames the same sandbox', (file) => {
	const found = fs.readFileSync(file, 'utf8').match(/(?<=["'])allow-scripts[\w -]*(?=["'])/g);
	expect(found).toEqual([FRAME_SANDBOX]);
});
