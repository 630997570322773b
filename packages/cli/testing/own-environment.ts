// It starts its program in the folder in which it was loaded: to be one that no test removes.
import 'esbuild';
import { afterAll, vi } from 'vitest';

/**
 * Begins without what the shell of whoever runs the tests sets for an outlet of their own, and gives the environment back
 * at the end of each file: files share their worker, and a key or a passphrase that one of them sets is not the next
 * one's.
 */
const own = process.env;
for (const name of Object.keys(own))
  if (name.startsWith('TAMIZDAT_')) Reflect.deleteProperty(own, name);
const before = { ...own };

afterAll(() => {
  vi.unstubAllEnvs();
  process.env = own;
  for (const name of Object.keys(own)) if (!(name in before)) Reflect.deleteProperty(own, name);
  Object.assign(own, before);
});
