import path from 'node:path';
import { build } from 'astro';
import type { AstroIntegration } from 'astro';

/**
 * Compiles the templates into `.out/renderer`: a module that renders any page of any outlet (`src/renderer`). It holds no
 * content and knows no clock, so that it is made anew only where templates changed.
 */
const root = path.resolve(import.meta.dirname, '..');

const renderer: AstroIntegration = {
  name: 'tamizdat:renderer',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      updateConfig({ build: { serverEntry: 'entry.mjs' } });
    },
    'astro:config:done': ({ setAdapter }) => {
      setAdapter({
        name: 'tamizdat:renderer',
        // The type of the other value is marked as outdated, and taints this one.
        // eslint-disable-next-line @typescript-eslint/no-deprecated
        entrypointResolution: 'auto',
        serverEntrypoint: new URL('../src/renderer/renderer.ts', import.meta.url),
        supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
      });
    },
  },
};

try {
  await build({
    root,
    output: 'server',
    outDir: './.out/renderer',
    adapter: renderer,
    logLevel: 'warn',
  });
} catch (error) {
  // Astro has told of its own errors in full already.
  process.stderr.write(
    `The templates were not compiled: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
