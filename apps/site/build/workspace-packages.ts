import type { VitePlugin } from './vite-plugin.ts';

/** Packages that templates ask while a page is rendered. */
const packages = new Set(
  [
    'archive',
    'article-schema',
    'body',
    'feeds',
    'media',
    'media/qr-code',
    'render',
    'take-along',
    'tree',
  ].map((name) => `@tamizdat/${name}`),
);

/**
 * Leaves the workspace's packages outside the compiled templates. Node runs them from their own folders,
 * where their native parts are found; bundled, these would be looked for beside the bundle.
 */
export function workspacePackages(): VitePlugin {
  return {
    name: 'tamizdat:workspace-packages',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (packages.has(id) ? { id, external: true } : undefined),
  };
}
