import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Which of the workspace's packages a package may import (ARCHITECTURE.md, "Imports run one way"). */
const directions = {
  'packages/problem': [],
  'packages/body': ['problem'],
  'packages/containers': ['problem'],
  'packages/files': [],
  'packages/media': ['containers', 'files', 'problem'],
  'packages/recordings': ['containers', 'problem'],
  'packages/tree': ['body', 'containers', 'files', 'problem', 'recordings'],
  'packages/book': [],
  'packages/take-along': [
    'archive',
    'article-schema',
    'body',
    'book',
    'bundle',
    'media',
    'problem',
    'recordings',
    'release',
    'render',
    'tree',
  ],
  'packages/export': [
    'archive',
    'article-schema',
    'body',
    'book',
    'feeds',
    'recordings',
    'render',
    'take-along',
  ],
  'packages/import': ['article-schema', 'body', 'files', 'media', 'problem'],
  'packages/http': ['problem'],
  'packages/bundle': [],
  'packages/verify': [],
  // Of releases its tests alone: a worker has no Node.
  'packages/reader': ['bundle', 'release', 'verify'],
  'packages/release': ['files', 'http', 'problem', 'verify'],
  'packages/feeds': ['problem'],
  'packages/search': ['body', 'bundle', 'problem'],
  'packages/stick': ['archive', 'article-schema', 'bundle', 'render', 'search', 'tree'],
  'packages/newsletter': ['files', 'http', 'problem', 'render', 'tree'],
  'packages/mirrors': ['body', 'files', 'http', 'problem', 'release', 'tree', 'verify'],
  'packages/article-schema': ['body', 'problem', 'recordings'],
  'packages/render': ['archive', 'article-schema', 'body'],
  'packages/archive': ['article-schema', 'body', 'files', 'media', 'problem', 'recordings'],
  'apps/site': [
    'archive',
    'article-schema',
    'body',
    'builder',
    'feeds',
    'media',
    'problem',
    'reader',
    'recordings',
    'release',
    'search',
    'take-along',
    'tree',
    'render',
  ],
  'apps/write': ['archive', 'article-schema', 'body', 'bundle', 'files', 'problem', 'render'],
  'packages/builder': ['archive', 'files', 'search'],
  'packages/cli': [
    'archive',
    'article-schema',
    'body',
    'book',
    'builder',
    'containers',
    'export',
    'feeds',
    'files',
    'http',
    'import',
    'media',
    'mirrors',
    'newsletter',
    'problem',
    'recordings',
    'release',
    'search',
    'stick',
    'take-along',
    'tree',
    'render',
    'verify',
  ],
};

/** What a package may not import: `src` alone is what others use, and nothing that only tests need lies in it. */
const forbidden = (folder, allowed, ...further) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          group: ['@tamizdat/*', ...allowed.map((name) => `!@tamizdat/${name}`)],
          message: `${folder} may import ${allowed.join(', ') || 'no other package'} (ARCHITECTURE.md).`,
        },
        {
          group: ['**/apps/*', '**/packages/*'],
          message: 'Import a package by its name, not by its path.',
        },
        ...further,
      ],
    },
  ],
});

const TESTING = {
  group: ['**/testing', '**/testing/**'],
  message: 'What stands in `testing` is for tests and measurements alone.',
};

const importDirections = Object.entries(directions).flatMap(([folder, allowed]) => [
  { files: [`${folder}/**/*.ts`, `${folder}/**/*.astro`], rules: forbidden(folder, allowed) },
  {
    files: [`${folder}/src/**/*.ts`, `${folder}/src/**/*.astro`],
    ignores: ['**/*.test.ts'],
    rules: forbidden(folder, allowed, TESTING),
  },
]);

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
    '.cache',
    'outlet-state',
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
  {
    // The linter sees the values of JSX in templates as `any`; astro check types them.
    files: ['**/*.astro'],
    languageOptions: { parserOptions: { projectService: false, project: true } },
    rules: {
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    // Astro's generated types are global: only this reference brings them in.
    files: ['apps/site/src/env.d.ts'],
    rules: { '@typescript-eslint/triple-slash-reference': 'off' },
  },
  importDirections,
);
