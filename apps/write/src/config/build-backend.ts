import type { RoomSettings } from './room-settings.ts';

/** Where the room’s own server listens for Decap’s proxy protocol, from the room’s address. */
export const LOCAL_API = '/api';

/** The branch that the local room works on is whatever is checked out; the protocol wants a name. */
const LOCAL = { name: 'tamizdat', forge: 'proxy', proxy_url: LOCAL_API, branch: 'main' } as const;

const ORIGINS = { github: 'https://github.com', gitlab: 'https://gitlab.com' } as const;

/** A forge as Decap and the room’s policy know it. */
export interface Backend {
  config: Readonly<Record<string, unknown>>;
  /** Origins that the room may ask for anything. */
  origins: string[];
}

/** The backend of a hosted room, or of the local one where there are no settings. */
export function buildBackend(settings: RoomSettings | undefined): Backend {
  if (settings === undefined) return { config: LOCAL, origins: [] };
  const { forge, repository, branch, service, application } = settings;
  const { api, home } = rootsOf(settings);
  return {
    config: {
      name: 'tamizdat',
      // Decap's Gitea backend knows no pull requests; Forgejo's does, and both speak the same API.
      forge: forge === 'gitea' ? 'forgejo' : forge,
      repo: repository,
      branch,
      api_root: api,
      cms_label_prefix: 'writing-room/',
      sign_in: service === undefined && application === undefined ? 'token' : 'forge',
      ...(service === undefined ? {} : { base_url: service }),
      ...(application === undefined ? {} : { app_id: application }),
      ...(forge === 'gitlab' ? { auth_type: 'pkce', base_url: home } : {}),
    },
    origins: [...new Set([new URL(api).origin, home])].filter(
      (origin) => origin !== ORIGINS.github,
    ),
  };
}

function rootsOf({ forge, address }: RoomSettings): { api: string; home: string } {
  if (forge === 'github') {
    if (address === undefined || address === ORIGINS.github) {
      return { api: 'https://api.github.com', home: ORIGINS.github };
    }
    return { api: `${address}/api/v3`, home: address };
  }
  const home = address ?? ORIGINS.gitlab;
  return { api: `${home}/api/${forge === 'gitlab' ? 'v4' : 'v1'}`, home };
}
