import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { walkFolder } from '@tamizdat/files';
import { checkTree, formatProblem } from '@tamizdat/tree';
import { language, say } from '../language/say.ts';

/**
 * Finds everything for which a tree must not be signed, in words: what the checker and the metadata gate find, and
 * pages of a preview.
 * @param tree Folder of the tree.
 * @param origin The outlet's own base address.
 */
export async function findFaults(tree: string, origin: string): Promise<string[]> {
  const problems = await checkTree(tree, { origin });
  const preview = await findPreviewPage(tree);
  return [
    ...problems.map((problem) => formatProblem(problem, language)),
    ...(preview === undefined ? [] : [`${preview}: ${PREVIEW}`]),
  ];
}

export const PREVIEW = say({
  en: 'preview-tree: This tree was built with --preview: it shows drafts and what is yet to come.\n  Build it anew: tamizdat build',
  ru: 'preview-tree: Это дерево собрано с --preview: в нём видны черновики и то, что ещё не вышло.\n  Соберите его заново: tamizdat build',
});

export const UNFINISHED = say({
  en: 'unfinished-build: A build was interrupted while it wrote this tree: it may hold pages of two.\n  Build it anew: tamizdat build',
  ru: 'unfinished-build: Сборку прервали, пока она писала это дерево: в нём могут быть страницы двух сборок.\n  Соберите его заново: tamizdat build',
});

/**
 * Says that readers are told to expect other keys than those that sign.
 * @param told What the content says.
 * @param signing Of the first root of the keys.
 */
export function describeFingerprints(told: string, signing: string): string {
  return [
    say({
      en: `fingerprint-differs: Readers are told to expect the fingerprint ${told}, and these keys have ${signing}.`,
      ru: `fingerprint-differs: Читателям сказано ждать отпечаток ${told}, а у этих ключей ${signing}.`,
    }),
    say({
      en: '  They would take the site for a forgery. Take the right keys, or write this into outlet.yaml and build anew:',
      ru: '  Они примут сайт за подделку. Возьмите верные ключи или впишите это в outlet.yaml и соберите заново:',
    }),
    `  rootFingerprint: ${signing}`,
    say({
      en: '  To sign all the same, for instance the sample site for a trial: --yes-i-looked',
      ru: '  Чтобы подписать всё равно, например образец для пробы: --yes-i-looked',
    }),
  ].join('\n');
}

/** Every page of a preview carries its style sheet, whether or not it shows a draft. */
const PREVIEW_STYLE = /<style>[^<]*\.draft\s*\{/;

async function findPreviewPage(tree: string): Promise<string | undefined> {
  const { files } = walkFolder(tree, (name) => name === 'release');
  for (const name of files.filter((one) => one.endsWith('.html')))
    if (PREVIEW_STYLE.test(await readFile(path.join(tree, name), 'utf8'))) return name;
  return undefined;
}
