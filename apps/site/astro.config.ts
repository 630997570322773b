import { defineConfig } from 'astro/config';
import { browserScripts } from './build/browser-scripts.ts';
import { htmlAddresses } from './build/html-addresses.ts';
import { reloadOnSave } from './build/reload-on-save.ts';
import { visitGuard } from './build/visit-guard.ts';
import { workspacePackages } from './build/workspace-packages.ts';

export default defineConfig({
  outDir: './.out',
  build: { format: 'preserve' },
  devToolbar: { enabled: false },
  server: { host: '127.0.0.1' },
  vite: {
    plugins: [visitGuard(), workspacePackages(), htmlAddresses(), reloadOnSave(), browserScripts()],
    // Without a target the bundler writes `(width>=40em)`, which phones from before 2022 ignore.
    build: { cssTarget: 'chrome103' },
  },
});
