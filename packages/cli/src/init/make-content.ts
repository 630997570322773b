import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyWords, kitWordsOf, parseOutlet } from '@tamizdat/article-schema';
import { refuseErrors } from '../new/refuse-errors.ts';
import { say } from '../language/say.ts';
import { CACHE } from '../repository/folders.ts';
import { buildOutletText } from './outlet-text.ts';
import type { Plan } from './plan.ts';
import { buildPrivacyPage, PRIVACY } from './privacy-page.ts';

/** What keys give the content. */
export interface PublicKeys {
  fingerprint: string;
  /** Bytes of `root.json`. */
  root: Uint8Array;
}

/** Throws Error where the outlet would have errors. To be asked before keys are made. */
export function refusePlan(plan: Plan, now: string): void {
  const text = buildOutletText(plan, now.slice(0, 10), '0'.repeat(64));
  refuseErrors(parseOutlet(text, { path: 'outlet.yaml', now }).problems);
}

/**
 * Makes the content folder of a new outlet: whole in a folder of its own, then in the place of what stood there, which is
 * moved aside. An interrupted run leaves the one or the other, or none, and is run again.
 * @param root The content folder, absolute.
 * @returns where what stood there is now
 */
export function makeContent(
  root: string,
  plan: Plan,
  { fingerprint, root: rootBytes }: PublicKeys,
  now: string,
): string | undefined {
  const aside = path.join(path.dirname(root), CACHE);
  const staged = path.join(aside, 'new-content');
  rmSync(staged, { recursive: true, force: true });
  const write = (name: string, bytes: string | Uint8Array) => {
    mkdirSync(path.dirname(path.join(staged, name)), { recursive: true });
    writeFileSync(path.join(staged, name), bytes);
  };
  write('outlet.yaml', buildOutletText(plan, now.slice(0, 10), fingerprint));
  write('keys/root.json', rootBytes);
  for (const code of plan.languages)
    write(`pages/${code}/${PRIVACY}.md`, buildPrivacyPage(code, say(TRANSLATE_PAGE)));
  for (const code of untranslated(plan.languages))
    write(`words/${code}.yaml`, `# ${say(TRANSLATE)}\n${copyWords(code)}`);
  const former = existsSync(root) ? freeName(path.join(aside, 'former-content')) : undefined;
  if (former !== undefined) renameSync(root, former);
  renameSync(staged, root);
  return former;
}

/** Languages of which the kit has no words. */
export const untranslated = (languages: readonly string[]): string[] =>
  languages.filter((code) => kitWordsOf(code) === undefined);

const TRANSLATE = {
  en: 'English yet: translate each line. What stands in braces is filled in, and stays as it is.',
  ru: 'Пока по-английски: переведите каждую строку. Слова в фигурных скобках подставляются, их не меняйте.',
};

const TRANSLATE_PAGE = {
  en: 'English yet: translate this page.',
  ru: 'Пока по-английски: переведите эту страницу.',
};

function freeName(name: string): string {
  for (let count = 1; ; count++) {
    const free = count === 1 ? name : `${name}-${count}`;
    if (!existsSync(free)) return free;
  }
}
