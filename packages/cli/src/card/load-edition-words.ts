import path from 'node:path';
import { YAML_FILE_MAX_BYTES } from '@tamizdat/archive';
import { buildWords, type Outlet, parseWords, type Words } from '@tamizdat/article-schema';
import { isMissing, readPlain } from '@tamizdat/files';
import { say } from '../language/say.ts';

/**
 * The words of a language: the outlet's own in `words/<lang>.yaml`, and the kit's for the rest.
 * @throws Error where that file has errors
 */
export function loadEditionWords(root: string, outlet: Outlet, lang: string): Words {
  const file = `words/${lang}.yaml`;
  const text = readIfThere(path.join(root, file));
  if (text === undefined) return buildWords(lang);
  const { value } = parseWords(text, { path: file, root: path.basename(root), outlet });
  if (value !== undefined) return buildWords(lang, value);
  throw new Error(
    say({
      en: `${file} has errors; mend them first: “tamizdat check” says which.`,
      ru: `В ${file} есть ошибки, сначала исправьте их: какие, скажет «tamizdat check».`,
    }),
  );
}

function readIfThere(file: string): string | undefined {
  try {
    return new TextDecoder().decode(readPlain(file, YAML_FILE_MAX_BYTES));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new Error(
      say({
        en: `${file} cannot be read: “tamizdat check” says what it is.`,
        ru: `${file} не читается: почему, скажет «tamizdat check».`,
      }),
    );
  }
}
