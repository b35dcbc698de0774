import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { configs as litConfigs } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wcConfigs } from 'eslint-plugin-wc';

const elementFiles = ['packages/elements/src/**/*.ts', 'packages/embed/src/**/*.ts'];

export default tseslint.config(
  { ignores: ['**/dist/**', 'test/parity/**', '**/node_modules/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: true },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'zod', message: "write import * as z from 'zod/mini'" }],
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "ImportDeclaration[source.value='zod/mini'] > ImportSpecifier[imported.name='z']",
          message: "write import * as z from 'zod/mini': the named import drags every locale in",
        },
      ],
    },
  },
  { files: ['packages/*/src/**/*.ts'], rules: { 'no-console': 'error' } },
  { files: elementFiles, ...litConfigs['flat/recommended'] },
  { files: elementFiles, ...wcConfigs['flat/recommended'] },
  {
    files: elementFiles,
    plugins: { 'lit-a11y': litA11y },
    rules: litA11y.configs.recommended.rules,
  },
  {
    files: ['**/*.mjs', 'test/**/*.ts', 'docs/**/*.mjs', 'packages/{cli,collector}/**/*.ts'],
    languageOptions: { globals: globals.node },
  },
);
