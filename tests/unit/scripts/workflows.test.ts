import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = '.github/workflows';
const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
	scripts: Record<string, string>;
};

describe.each(fs.readdirSync(FOLDER))('the workflow %s', (file) => {
	const text = fs.readFileSync(path.join(FOLDER, file), 'utf8');

	it('uses actions by their commit, with the version beside it', () => {
		for (const [, used = ''] of text.matchAll(/uses: (.+)/g)) {
			expect(used).toMatch(
				/^(\.\/\.github\/workflows\/\w+\.yml|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/
			);
		}
	});

	it('calls workflows and commands that are there', () => {
		for (const [, called = ''] of text.matchAll(/uses: \.\/(\S+)/g)) expect(fs.existsSync(called)).toBe(true);
		for (const [, script = ''] of text.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty(script);
	});

	it('may only read the repository, but where it says so', () => {
		expect(text).toContain('\npermissions:\n  contents: read\n');
	});
});

describe('the Dockerfile', () => {
	const text = fs.readFileSync('Dockerfile', 'utf8');
	const caddyfile = fs.readFileSync('docs/hosting/Caddyfile', 'utf8');

	it('copies what is there, and sets what the Caddyfile reads', () => {
		for (const [, from = ''] of text.matchAll(/^COPY (docs\S+)/gm)) expect(fs.existsSync(from)).toBe(true);
		for (const [, name = ''] of caddyfile.matchAll(/\{\$(\w+)/g)) expect(text).toContain(`${name}=`);
	});
});
