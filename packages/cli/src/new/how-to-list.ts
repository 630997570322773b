import path from 'node:path';
import { slugOf } from '@tamizdat/article-schema';
import { say } from '../language/say.ts';

/**
 * Says, of a word that was typed where the outlet lists nothing yet, how it is listed.
 * @param root The content folder.
 * @param languages Codes of the outlet's.
 */
export const howToList =
  (field: 'sections' | 'tags', root: string, languages: readonly string[]) =>
  (word: string): string => {
    const file = path.relative(process.cwd(), path.join(root, 'outlet.yaml'));
    const name = languages.map((code) => `${code}: ${JSON.stringify(word)}`).join(', ');
    const example = `${field}:\n  - { id: ${slugOf(word, languages[0]) ?? 'one'}, name: { ${name} } }`;
    return say({
      en: `There are none yet; list it in ${file}:\n${example}\n`,
      ru: `Пока нет ни одного значения; запишите его в ${file}:\n${example}\n`,
    });
  };
