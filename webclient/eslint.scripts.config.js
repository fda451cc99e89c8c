import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/// What is not the web client itself and still runs on Node: browser tests, foreign clients, helpers of the scripts. They have
/// no tools of their own, so these are run from the root with the web client's.
export default defineConfig(
  { ignores: ['**/node_modules'] },
  {
    files: ['tests/browser/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  { files: ['**/*.mjs'], extends: [tseslint.configs.strict, tseslint.configs.stylistic] },
  { rules: { 'max-lines': ['error', { max: 400 }], eqeqeq: 'error' } },
);
