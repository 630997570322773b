import path from 'node:path';
import { defineCommand } from 'citty';
import {
  CACHE,
  cacheFolder,
  defaultContent,
  defaultTree,
  mediaFolder,
} from '../repository/folders.ts';
import { readNowText } from '../clock/read-now.ts';
import type { BuildOptions } from './build-options.ts';
import { buildOutlet } from './build-outlet.ts';
import { digestKit } from './digest-kit.ts';
import { say } from '../language/say.ts';

/** Builds until a signal comes. */
async function follow(read: () => BuildOptions): Promise<boolean> {
  const { watchOutlet } = await import('./watch/watch-outlet.ts');
  const { getReady } = await import('./watch/build-ahead.ts');
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stop.abort();
    });
  return watchOutlet(read, {
    ...{ build: buildOutlet, getReady },
    ...{ digestKit, stop: stop.signal },
  });
}

export default defineCommand({
  meta: {
    name: 'build',
    description: say({
      en: 'Build the site from the content into a tree of static files. Exit codes: 0 built, or stopped while watching; 1 the content has errors or the build failed (the last good tree is untouched), or the kit changed while watching; 2 usage.',
      ru: 'Собрать из содержимого сайт — дерево готовых файлов. Коды выхода: 0 собрано или слежение остановлено; 1 в содержимом ошибки, или сборка не удалась (последнее удачное дерево цело), или набор изменился во время слежения; 2 ошибка вызова.',
    }),
  },
  args: {
    content: {
      type: 'string',
      description: say({
        en: 'Folder of the content; content/ where none is named',
        ru: 'Папка содержимого; если не указана, content/',
      }),
      valueHint: 'folder',
    },
    out: {
      type: 'string',
      description: say({
        en: 'Folder the finished tree is written to; dist/ where none is named',
        ru: 'Папка, куда пишется готовое дерево; если не указана, dist/',
      }),
      valueHint: 'folder',
    },
    state: {
      type: 'string',
      description: say({
        en: `Folder of what builds remember to be faster the next time; ${CACHE}/ where none is named`,
        ru: `Папка того, что сборки запоминают, чтобы следующая шла быстрее; если не указана, ${CACHE}/`,
      }),
      valueHint: 'folder',
    },
    preview: {
      type: 'boolean',
      description: say({
        en: 'Show drafts and what is yet to come, marked',
        ru: 'Показать черновики и то, что ещё не вышло, с пометкой',
      }),
      default: false,
    },
    force: {
      type: 'boolean',
      description: say({
        en: 'Build anew even if nothing changed',
        ru: 'Собрать заново, даже если ничего не изменилось',
      }),
      default: false,
    },
    watch: {
      type: 'boolean',
      description: say({
        en: 'Go on after the build: build again whenever something of the content was saved, or its time has come, until Ctrl+C',
        ru: 'Продолжать после сборки: собирать снова, когда в содержимом что-то сохранено или настало его время, до Ctrl+C',
      }),
      default: false,
    },
  },
  async run({ args: { content, out, state, preview, force, watch } }) {
    const read = (): BuildOptions => ({
      content: content === undefined ? defaultContent : path.resolve(content),
      out: out === undefined ? defaultTree : path.resolve(out),
      state: state === undefined ? cacheFolder : path.resolve(state),
      media: mediaFolder(process.env),
      now: readNowText(),
      preview,
      force,
    });
    if (watch) process.exitCode = (await follow(read)) ? 0 : 1;
    else process.exitCode = (await buildOutlet(read())) === undefined ? 1 : 0;
  },
});
