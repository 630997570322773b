import { fill } from '../words/room-words.ts';
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
  /** What asks the forge, once somebody is signed in; the local backend has none. */
  api?: { listFiles?: ListFiles };
}

type ListFiles = (folder: string, ...options: unknown[]) => Promise<{ path: string }[]>;

interface DataFile {
  path: string;
  raw: string;
}

const ARTICLES = 'content/articles/';

interface BackendConfig {
  backend: { forge: string; repo?: string; sign_in?: 'token' | 'forge' };
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
      authenticate: (credentials) =>
        signIn(() => real.authenticate(credentials), real, config.backend.repo, words),
      restoreUser: (user) => signIn(() => real.restoreUser(user), real, config.backend.repo, words),
      persistEntry: async (entry, options) => {
        // Decap numbers a path that is taken: `index-1.md`, beside another article.
        if (entry.dataFiles.some(({ path }) => /\/index-\d+\.md$/.test(path))) {
          throw plainError(words.sameAddress);
        }
        // A proposal is a branch of its own, whose history keeps what it held before.
        if (options.newEntry !== true && options.unpublished !== true) {
          for (const file of entry.dataFiles) await refuseStale(real, file, texts, words);
        }
        const answer = await reach(() => real.persistEntry(entry, options), words);
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

/** An error that Decap shows as its message alone: it puts a name before it. */
function plainError(message: string): Error {
  return Object.assign(new Error(message), { name: '' });
}

/** Nothing answers. */
class Unreachable extends Error {
  override name = '';
}

/** Does what asks a server; Fetch tells that none answers as a TypeError in the browser's words. */
async function reach<T>(act: () => Promise<T>, words: RoomWords['room']): Promise<T> {
  try {
    return await act();
  } catch (fault) {
    throw fault instanceof TypeError ? new Unreachable(words.unreachable) : fault;
  }
}

/** The text that stands at a path; undefined where none does any more. */
async function currentText(real: DecapBackend, path: string): Promise<string | undefined> {
  try {
    return (await real.getEntry(path)).data;
  } catch (fault) {
    if ((fault as { status?: number }).status === 404) return undefined;
    throw fault;
  }
}

/** Lists articles from the last day on: Decap shows twenty at a time, in the order of their addresses. */
function newestFirst(api: DecapBackend['api']): void {
  if (api?.listFiles === undefined) return;
  const list = api.listFiles.bind(api);
  api.listFiles = async (folder, ...options) => {
    const files = await list(folder, ...options);
    const later = (a: { path: string }, b: { path: string }) => (a.path < b.path ? 1 : -1);
    return folder.startsWith(ARTICLES) && Array.isArray(files) ? files.sort(later) : files;
  };
}

/** Signs in; why that failed is said in the room's words, whatever the forge answered. */
async function signIn(
  enter: () => Promise<object>,
  real: DecapBackend,
  repository: string | undefined,
  words: RoomWords['room'],
): Promise<object> {
  try {
    const user = withoutAvatar(await reach(enter, words));
    newestFirst(real.api);
    return user;
  } catch (fault) {
    if (fault instanceof Unreachable) throw fault;
    throw plainError(fill(words.signInRefused, { repository: repository ?? '' }));
  }
}

async function refuseStale(
  real: DecapBackend,
  { path, raw }: DataFile,
  texts: KnownTexts,
  words: RoomWords['room'],
): Promise<void> {
  const data = await reach(() => currentText(real, path), words);
  if (data === undefined || !texts.mayReplace(path, data, raw))
    throw plainError(words.changedMeanwhile);
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
