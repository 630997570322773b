import { type Document, isMap } from 'yaml';
import { openYaml } from '../edit/yaml-document.ts';
import type { OpenArticle } from '../edit/open-article.ts';
import { say } from '../language/say.ts';

/** What a translation does not share with what it translates: its own life. */
const OWN = [
  'formerAddresses',
  'feedId',
  'publishedAt',
  'updatedAt',
  'embargoUntil',
  'corrections',
  'newsletter',
  'editorsNote',
  'imported',
];

/** What sets a translation apart. */
export interface Translation {
  id: string;
  translationKey: string;
  lang: string;
  title: string;
  /** Id of the translator's record. */
  translator?: string | undefined;
}

/** The first `index.md` of a translation: fields and text of the article, to be written over. */
export function translationText(
  { text, place, article }: OpenArticle,
  translation: Translation,
): string {
  const document = openYaml(text.slice(place.start, place.end));
  const { id, translationKey, lang, title, translator } = translation;
  for (const name of OWN) document.delete(name);
  document.set('id', id);
  document.set('lang', lang);
  document.set('title', title);
  document.set('status', 'draft');
  keyBelowId(document, translationKey);
  if (translator !== undefined) {
    const others = article.contributors.filter(({ role }) => role !== 'translator');
    document.set('contributors', [...others, { role: 'translator', author: translator }]);
  }
  document.commentBefore = say({
    en: ` Translate every text below, the pictures’ “alt” and “caption” too: it is still in “${article.lang}”.`,
    ru: ` Переведите весь текст ниже, и «alt» и «caption» у картинок тоже: пока он на языке «${article.lang}».`,
  });
  const body = text.slice(text.indexOf('\n', place.end) + 1).replaceAll('\r\n', '\n');
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n${body}`;
}

/** The key stands where it stands in every article. */
function keyBelowId(document: Document, key: string): void {
  document.delete('translationKey');
  if (!isMap(document.contents)) return;
  document.contents.items.splice(1, 0, document.createPair('translationKey', key));
}
