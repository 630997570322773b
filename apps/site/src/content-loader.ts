import { type Content, inspectContent, loadContent } from '@tamizdat/archive';
import type { Loader, LoaderContext } from 'astro/loaders';
import { contentFolder, now } from './settings.ts';
import { setContent } from './typography/set-content.ts';

type Entry = [id: string, data: object];

/** How long saves may follow each other before the content is read again, in milliseconds. */
const SETTLE_MS = 50;

let loading: Promise<Content> | undefined;
let listeners: ((content: Content) => void)[] = [];
let settling: NodeJS.Timeout | undefined;

/**
 * Loader of one collection: what `select` takes from the content folder, which is read once for all collections.
 * A build stops on content with errors; a preview names them, leaves out what cannot be shown and follows every save.
 */
export function contentLoader(select: (content: Content) => Entry[]): Loader {
  return {
    name: 'tamizdat:content',
    load: async (context) => {
      loading ??= openContent(context);
      const content = await loading;
      fillStore(context, select(content));
      if (!context.watcher) return;
      listeners.push((changed) => {
        fillStore(context, select(changed));
      });
    },
  };
}

async function openContent(context: LoaderContext): Promise<Content> {
  // A build's content was looked through before it began.
  const content = await loadContent(contentFolder, {
    texts: context.watcher !== undefined,
    ...(context.watcher === undefined ? {} : { now }),
  });
  const errors = content.problems.filter(({ severity }) => severity === 'error');
  if (!context.watcher && errors.length > 0) {
    throw new Error(`${errors.length} problems in the content: "tamizdat check" lists them`);
  }
  reportProblems(context, content);
  if (context.watcher) followSaves(context);
  return setContent(content);
}

function followSaves(context: LoaderContext): void {
  listeners = [];
  context.watcher?.add(contentFolder);
  context.watcher?.on('all', (_event, file) => {
    if (!file.startsWith(contentFolder)) return;
    clearTimeout(settling);
    settling = setTimeout(() => void reloadContent(context), SETTLE_MS);
  });
}

async function reloadContent(context: LoaderContext): Promise<void> {
  const { outlet: read, ...rest } = await inspectContent(contentFolder, {
    texts: true,
    now,
  });
  // An outlet.yaml that cannot be read is told of, and its last good state stays.
  const outlet = read ?? (await loading)?.outlet;
  if (outlet === undefined) return;
  const content = setContent({ ...rest, outlet });
  loading = Promise.resolve(content);
  reportProblems(context, content);
  for (const listener of listeners) listener(content);
}

function reportProblems({ logger }: LoaderContext, content: Content): void {
  for (const { severity, file, line, column, message, remedy } of content.problems) {
    logger[severity === 'error' ? 'error' : 'warn'](
      `${file}:${line}:${column} ${message} ${remedy}`,
    );
  }
}

function fillStore(context: LoaderContext, entries: Entry[]): void {
  const { store } = context;
  const kept = new Set(entries.map(([id]) => id));
  for (const id of store.keys()) if (!kept.has(id)) store.delete(id);
  for (const [id, data] of entries) {
    store.set({ id, data: { ...data }, digest: context.generateDigest({ ...data }) });
  }
}
