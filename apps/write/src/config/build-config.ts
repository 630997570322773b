import type { Outlet } from '@tamizdat/article-schema';
import { ROOM_WORDS, type RoomLanguage } from '../words/room-words.ts';
import { buildBackend } from './build-backend.ts';
import { articleCollection, authorCollection, pageCollection } from './collections.ts';
import type { DecapConfig } from './decap.ts';
import type { RoomSettings } from './room-settings.ts';

/**
 * Decap’s whole configuration, made from the schema and the outlet: articles and pages of each of its
 * languages, and authors. With settings, articles become pull requests at the forge; without, files.
 */
export function buildConfig(
  outlet: Outlet,
  settings: RoomSettings | undefined,
  language: RoomLanguage,
): DecapConfig {
  const words = ROOM_WORDS[language];
  const named = outlet.languages.some(({ code }) => code === language);
  const lang = named ? language : (outlet.languages[0]?.code ?? language);
  const context = { outlet, words, lang, local: settings === undefined };
  return {
    backend: buildBackend(settings).config,
    publish_mode: settings === undefined ? 'simple' : 'editorial_workflow',
    locale: language,
    // Every picture stands beside its text: nothing is ever put here.
    media_folder: 'content/articles',
    show_preview_links: false,
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    collections: [
      ...outlet.languages.map(({ code, name }) =>
        articleCollection(code, name, { ...context, lang: code }),
      ),
      authorCollection(context),
      ...outlet.languages.map(({ code, name }) => pageCollection(code, name, context)),
    ],
  };
}
