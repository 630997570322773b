import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Proxy } from '@tamizdat/http';
import { withoutPasswords } from '@tamizdat/mirrors';
import { quoteForShell } from '../frame/quote-for-shell.ts';
import { keysBeside } from '../init/own-keys.ts';
import { contentFolder, releaseState } from '../release/find-outlet.ts';
import { cacheFolder, defaultContent, defaultTree } from '../repository/folders.ts';
import { readTree, STATE_BRANCH } from '../state/arguments.ts';
import { historyOf } from '../watch/history-place.ts';

/** What was said on the command line. */
export interface Given {
  content: string | undefined;
  keys: string | undefined;
  tree: string | undefined;
  remote: string | undefined;
  branch: string;
  proxy: Proxy | undefined;
  isOffline: boolean;
}

/** Where everything of an outlet lies. All folders are absolute. */
export interface Place {
  content: string;
  /** Folder that holds the content. */
  home: string;
  /** Folder of the private keys; undefined where none was named, and none lies where `init` puts them. */
  keys: string | undefined;
  /** Where they were looked for. */
  keysAt: string;
  /** Folder of the roots and of the record of the newest release that stand in the repository. */
  publicKeys: string;
  tree: string;
  /** Folder of the history of releases. */
  state: string;
  /** Folder of what builds remember. */
  cache: string;
  /** File of what watching found. */
  history: string;
  remote: string | undefined;
  branch: string;
  proxy: Proxy | undefined;
  isOffline: boolean;
  /** Milliseconds since 1970. */
  now: number;
  env: NodeJS.ProcessEnv;
}

/** Finds where everything of an outlet is, without reading any of it. @param now Milliseconds since 1970. */
export function findPlace(
  { content, keys, tree, ...given }: Given,
  now: number,
  env: NodeJS.ProcessEnv,
): Place {
  const folder = contentFolder(content);
  const named = keys ?? (env['TAMIZDAT_KEYS'] || undefined);
  const beside = keysBeside(folder);
  return {
    ...given,
    content: folder,
    home: path.dirname(folder),
    keysAt: named === undefined ? beside : path.resolve(named),
    keys: named === undefined ? (existsSync(beside) ? beside : undefined) : path.resolve(named),
    publicKeys: path.join(folder, 'keys'),
    tree: readTree(tree),
    state: releaseState(content),
    cache: cacheFolder,
    history: historyOf(undefined, env),
    remote: given.remote ?? (env['TAMIZDAT_STATE_REMOTE'] || undefined),
    now,
    env,
  };
}

/** A path as it may be typed here. */
export const shownPath = (place: string): string => {
  const near = path.relative('', place) || '.';
  return quoteForShell(/^\.\.\/\.\.(?:\/|$)/.test(near) ? place : near);
};

/** Several of them. */
export const namedPaths = (places: readonly string[]): string => places.map(shownPath).join(' ');

/** To be replaced by whoever knows where: a disk that lies elsewhere. */
export const ELSEWHERE = '/media/…/';

/** The kit’s own commands with the folders of this outlet, as they may be copied. */
export function commandsOf({ content, keys, tree, state, remote, branch }: Place) {
  const at = {
    content: content === defaultContent ? '' : ` --content ${shownPath(content)}`,
    keys: ` --keys ${keys === undefined ? '<keys>' : shownPath(keys)}`,
    tree: tree === defaultTree ? '' : ` --tree ${shownPath(tree)}`,
    out: tree === defaultTree ? '' : ` --out ${shownPath(tree)}`,
    remote: remote === undefined ? '' : ` --remote ${quoteForShell(withoutPasswords(remote))}`,
    branch: branch === STATE_BRANCH ? '' : ` --branch ${quoteForShell(branch)}`,
  };
  const own = (text: string): string => `npx tamizdat ${text}`;
  const folder = keys === undefined ? '<keys>' : shownPath(keys);
  return {
    init: own(`init${at.content}`),
    check: own(`check${at.content}`),
    newArticle: own(`new article${at.content}`),
    build: own(`build${at.content}${at.out}`),
    ship: own(`ship${at.keys}${at.content}${at.tree}${at.remote}${at.branch}`),
    release: own(`release ${shownPath(tree)}${at.keys}${at.content}`),
    signList: own(`mirrors sign ${shownPath(tree)}${at.keys}${at.content}`),
    refresh: own(`refresh ${shownPath(tree)}${at.keys}${at.content}`),
    rotate: own(`keys rotate ${folder}`),
    showKeys: own(`keys show ${folder}`),
    // The kit’s own “origin” may still be the kit’s.
    keep: own(
      `state keep${at.content}${at.tree}${at.remote || ' --remote https://…/outlet.git'}${at.branch}`,
    ),
    fetchState: own(`state fetch --without-tree${at.content}${at.remote}${at.branch}`),
    moveState: `mv ${shownPath(state)} ${shownPath(`${state}-old`)}`,
    recoverFrom: (base: string): string =>
      own(`state recover ${quoteForShell(base)} --without-tree${at.content}`),
    publish: (name: string): string => own(`publish ${quoteForShell(name)}${at.content}${at.tree}`),
    repair: (name: string): string =>
      own(`publish ${quoteForShell(name)} --repair${at.content}${at.tree}`),
    verify: (base: string): string => own(`verify ${quoteForShell(base)}`),
    watch: own(`watch${at.content}`),
  };
}
