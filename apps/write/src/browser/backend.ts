import type { RoomWords } from '../words/words.ts';
import { signInPage } from './sign-in-page.ts';

/** Parts of a Decap backend that the room changes. */
interface DecapBackend {
  authComponent(): unknown;
  authenticate(credentials: unknown): Promise<object>;
  restoreUser(user: unknown): Promise<object>;
  persistEntry(
    entry: { dataFiles: readonly { path: string }[] },
    options: object,
  ): Promise<unknown>;
}

interface BackendConfig {
  backend: { forge: string; sign_in?: 'token' | 'forge' };
}

/**
 * Registers the backend `tamizdat`: Decap’s own for the forge that the configuration names, with a sign-in
 * that asks nobody else, no avatars (they may stand on other hosts), and no second entry in one folder.
 */
export function registerBackend(words: RoomWords['room']): void {
  // Decap calls it with `new`, so that it has to be a function of its own.
  CMS.registerBackend('tamizdat', function roomBackend(config: BackendConfig, options: object) {
    const real = CMS.getBackend(config.backend.forge).init(config, options) as DecapBackend;
    const changed: Partial<DecapBackend> = {
      authenticate: async (credentials) => withoutAvatar(await real.authenticate(credentials)),
      restoreUser: async (user) => withoutAvatar(await real.restoreUser(user)),
      persistEntry: (entry, saved) => {
        // Decap numbers a path that is taken: `index-1.md`, beside another article.
        if (entry.dataFiles.some(({ path }) => /\/index-\d+\.md$/.test(path))) {
          return Promise.reject(new Error(words.sameAddress));
        }
        return real.persistEntry(entry, saved);
      },
    };
    const local = config.backend.forge === 'proxy';
    if (local || config.backend.sign_in === 'token') {
      changed.authComponent = () => signInPage(words, local);
    }
    return overlay(real, changed);
  });
}

const withoutAvatar = (user: object | undefined): object => ({ ...user, avatar_url: undefined });

/** An object that answers with `changed` where that has something, else with itself. */
function overlay(real: DecapBackend, changed: Partial<DecapBackend>): DecapBackend {
  return new Proxy(real, {
    get(target, key) {
      const own: unknown = Reflect.get(changed, key);
      if (own !== undefined) return own;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
    },
  });
}
