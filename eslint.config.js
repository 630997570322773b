import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores([
    '**/node_modules',
    '**/.out',
    '**/.astro',
    '**/.turbo',
    '**/.reports',
    '**/generated',
    'dist',
    '.tamizdat',
    'content',
  ]),
  {
    files: ['**/*.ts', '**/*.astro'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.astro'],
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Passing an async function where nobody awaits it loses its errors.
      '@typescript-eslint/no-floating-promises': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  astro.configs.recommended,
);
