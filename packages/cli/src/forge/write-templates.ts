import { existsSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '@tamizdat/files';
import { loadEditionWords } from '../card/load-edition-words.ts';
import { openContent } from '../edit/open-article.ts';
import { buildForgeTemplates } from './templates.ts';

/**
 * Writes what a forge shows in the outlet's languages, beside the content. A repository without `.github` gets none.
 * @param content Folder of the content, absolute.
 * @returns what was written, by path below the repository
 * @throws Error where `outlet.yaml` or a file of words has errors
 */
export function writeForgeTemplates(content: string): string[] {
  const repository = path.dirname(content);
  if (!existsSync(path.join(repository, '.github'))) return [];
  const { outlet } = openContent(content);
  const editions = outlet.languages.map(({ code, name }) => ({
    name,
    words: loadEditionWords(content, outlet, code).forge,
  }));
  const files = Object.entries(buildForgeTemplates(editions));
  for (const [file, text] of files) replaceFile(repository, file, text);
  return files.map(([file]) => file);
}
