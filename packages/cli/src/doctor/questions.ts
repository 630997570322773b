import type { Question } from './question.ts';
import { articles } from './questions/articles.ts';
import { fingerprint } from './questions/fingerprint.ts';
import { keys } from './questions/keys.ts';
import { kit } from './questions/kit.ts';
import { languages } from './questions/languages.ts';
import { machine } from './questions/machine.ts';
import { mirrors } from './questions/mirrors.ts';
import { outlet } from './questions/outlet.ts';
import { release } from './questions/release.ts';
import { state } from './questions/state.ts';
import { support } from './questions/support.ts';
import { timers } from './questions/timers.ts';
import { tree } from './questions/tree.ts';

/** What is asked of an outlet, in the order in which it comes across it. */
export const QUESTIONS: readonly Question[] = [
  outlet,
  keys,
  fingerprint,
  languages,
  support,
  articles,
  machine,
  tree,
  mirrors,
  release,
  state,
  timers,
  kit,
];

/** Codes after which nothing else can be asked: there is no outlet of one’s own. */
export const ENDS: ReadonlySet<string> = new Set(['no-outlet', 'sample-outlet']);
