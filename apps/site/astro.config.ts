import { defineConfig } from 'astro/config';
import { htmlAddresses } from './build/html-addresses.ts';
import { searchScript } from './build/search-script.ts';
import { workspacePackages } from './build/workspace-packages.ts';

export default defineConfig({
  outDir: './.out',
  build: { format: 'preserve' },
  devToolbar: { enabled: false },
  server: { host: '127.0.0.1' },
  vite: { plugins: [workspacePackages(), htmlAddresses(), searchScript()] },
});
