import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import walls from './lint/walls.js';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['dist', 'src/paraglide', 'src/shared/api/openapi.d.ts', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    // The compiler knows the globals of TypeScript files better.
    files: ['**/*.ts', '**/*.svelte'],
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['src/**'],
    plugins: { walls },
    rules: {
      'walls/imports': 'error',
      'walls/text': 'error',
      'walls/words': 'error',
      'max-lines': ['error', 300],
      // Addresses are plain paths: the router listens to the clicks itself.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
);
