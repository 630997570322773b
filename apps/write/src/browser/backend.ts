import type { RoomWords } from '../words/words.ts';
import type { KnownTexts } from './known-texts.ts';
import { signInPage } from './sign-in-page.ts';

/** Parts of a Decap backend that the room changes. */
interface DecapBackend {
  authComponent(): unknown;
  authenticate(credentials: unknown): Promise<object>;
  restoreUser(user: unknown): Promise<object>;
  persistEntry(
    entry: { dataFiles: readonly DataFile[] },
    options: { newEntry?: boolean; unpublished?: boolean },
  ): Promise<unknown>;
  getEntry(path: string): Promise<{ data: string }>;
}

interface DataFile {
  path: string;
  raw: string;
}

interface BackendConfig {
  backend: { forge: string; sign_in?: 'token' | 'forge' };
}

/**
 * Registers the backend `tamizdat`: Decap’s own for the forge that the configuration names, with a sign-in
 * that asks nobody else, no avatars (they may stand on other hosts), no second entry in one folder, and
 * nothing written over that somebody else wrote meanwhile.
 */
export function registerBackend(words: RoomWords['room'], texts: KnownTexts): void {
  // Decap calls it with `new`, so that it has to be a function of its own.
  CMS.registerBackend('tamizdat', function roomBackend(config: BackendConfig, options: object) {
    const real = CMS.getBackend(config.backend.forge).init(config, options) as DecapBackend;
    const changed: Partial<DecapBackend> = {
      authenticate: async (credentials) => withoutAvatar(await real.authenticate(credentials)),
      restoreUser: async (user) => withoutAvatar(await real.restoreUser(user)),
      persistEntry: async (entry, options) => {
        // Decap numbers a path that is taken: `index-1.md`, beside another article.
        if (entry.dataFiles.some(({ path }) => /\/index-\d+\.md$/.test(path))) {
          throw new Error(words.sameAddress);
        }
        // A proposal is a branch of its own, whose history keeps what it held before.
        if (options.newEntry !== true && options.unpublished !== true) {
          for (const file of entry.dataFiles) await refuseStale(real, file, texts, words);
        }
        const answer = await real.persistEntry(entry, options);
        for (const { path, raw } of entry.dataFiles) texts.saved(path, raw);
        return answer;
      },
    };
    const local = config.backend.forge === 'proxy';
    if (local || config.backend.sign_in === 'token') {
      changed.authComponent = () => signInPage(words, local);
    }
    return overlay(real, changed);
  });
}

async function refuseStale(
  real: DecapBackend,
  { path, raw }: DataFile,
  texts: KnownTexts,
  words: RoomWords['room'],
): Promise<void> {
  const { data } = await real.getEntry(path);
  if (!texts.mayReplace(path, data, raw)) throw new Error(words.changedMeanwhile);
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
