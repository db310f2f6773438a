import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import floors from './eslint.floors.js';
import svelteConfig from './svelte.config.js';

const STORES = ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'].map((name) => ({
	name,
	message: 'Nothing is stored in the reader’s browser.'
}));

const PAGE = ['document', 'window', 'navigator', 'location', 'history', 'fetch', 'Worker'].map((name) => ({
	name,
	message: 'This floor is plain TypeScript and knows no page.'
}));

export default defineConfig(
	{
		ignores: ['build/', '.svelte-kit/', '.cache/', 'test-results/', 'src/lib/words/compiled/', 'data/']
	},
	js.configs.recommended,
	ts.configs.strict,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/ban-ts-comment': ['error', { minimumDescriptionLength: 1000 }],
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/no-non-null-assertion': 'error',
			// Control characters are among the faults that a package is checked for.
			'no-control-regex': 'off',
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'no-empty': ['error', { allowEmptyCatch: false }],
			'no-console': ['error', { allow: ['error', 'warn'] }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			// TypeScript knows which names exist.
			'no-undef': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		},
		rules: {
			'prefer-const': 'off',
			'svelte/prefer-const': 'error',
			// State is replaced, never changed in place.
			'svelte/prefer-svelte-reactivity': 'off',
			// Addresses are relative, so that the site works in any folder.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.ts'],
		ignores: ['**/*.svelte.ts'],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			'@typescript-eslint/no-unsafe-assignment': 'error',
			'@typescript-eslint/no-unsafe-member-access': 'error',
			'@typescript-eslint/no-unsafe-call': 'error',
			'@typescript-eslint/no-unsafe-return': 'error',
			'@typescript-eslint/no-unsafe-argument': 'error',
			'@typescript-eslint/only-throw-error': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			]
		}
	},
	{
		files: ['src/**'],
		plugins: { floors },
		rules: { 'floors/imports-go-down': 'error', 'no-restricted-globals': ['error', ...STORES] }
	},
	{
		files: ['src/lib/{package,disclosure,cube,stats,charts/layout}/**'],
		rules: { 'no-restricted-globals': ['error', ...STORES, ...PAGE] }
	},
	{ files: ['scripts/**', 'tests/**', 'src/lib/server/**'], rules: { 'no-console': 'off' } },
	{
		files: ['tests/**'],
		rules: {
			// `expect.any` and its like are of type any.
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-non-null-assertion': 'off'
		}
	}
);
