import { afterAll, vi } from 'vitest';

/**
 * Gives the environment back at the end of each file: files share their worker, and a key or a passphrase that one of them
 * sets is not the next one's.
 */
const own = process.env;
const before = { ...own };

afterAll(() => {
  vi.unstubAllEnvs();
  process.env = own;
  for (const name of Object.keys(own)) if (!(name in before)) Reflect.deleteProperty(own, name);
  Object.assign(own, before);
});
