import { realpathSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { type Article, parseArticle } from '@tamizdat/article-schema';
import { tellIn } from '@tamizdat/problem';
import { replaceFile } from '@tamizdat/files';
import { printable } from '../check/printable.ts';
import { contextOf, type OpenArticle } from './open-article.ts';
import { replaceIn, type Replacement } from './replacement.ts';
import { openYaml } from './yaml-document.ts';
import { language, say } from '../language/say.ts';

/** The fields of an article's front matter, as YAML gives them. */
export type Fields = Record<string, unknown>;

/** A change of a front matter: how its text changes, and what its fields are afterwards. */
export interface FieldsChange {
  /** Within the YAML; undefined where this form of YAML cannot be changed. */
  edit: (yaml: string, newline: string) => Replacement | undefined;
  /** Changes the fields in place. */
  apply: (fields: Fields) => void;
}

/** Thrown where a change cannot be made without a person; nothing was written. */
const BY_HAND = say({
  en: 'The front matter is written in a form that cannot be changed here. Nothing was changed: add this by hand.',
  ru: 'Поля записаны так, что изменить их отсюда нельзя. Ничего не изменено: добавьте это вручную.',
});

/**
 * The text of an article after a change, proved: every byte but the change stays, the fields are what
 * they are to be, and the article has no error by `path`. Throws Error where that cannot be had.
 */
export function changeArticle(
  open: OpenArticle,
  change: FieldsChange,
  inside: string = open.path,
): { text: string; article: Article } {
  const { start, end, newline } = open.place;
  const yaml = open.text.slice(start, end);
  const edit = change.edit(yaml, newline);
  if (edit === undefined) throw new Error(BY_HAND);
  const changed = replaceIn(yaml, [edit]);
  const wanted = fieldsOf(yaml);
  change.apply(wanted);
  if (!isDeepStrictEqual(fieldsOf(changed), wanted)) throw new Error(BY_HAND);
  const text = open.text.slice(0, start) + changed + open.text.slice(end);
  const { value, problems } = parseArticle(text, contextOf(open, inside));
  if (value !== undefined) return { text, article: value };
  const errors = problems.filter(({ severity }) => severity === 'error');
  const told = errors
    .map((problem) => tellIn(language, problem))
    .map(({ message, remedy }) => printable(`${message} ${remedy}`));
  throw new Error(
    say({
      en: `Nothing was changed, because the article would not be right: ${told.join(' ')}`,
      ru: `Ничего не изменено, потому что в статье появились бы ошибки: ${told.join(' ')}`,
    }),
  );
}

const fieldsOf = (yaml: string): Fields => openYaml(yaml).toJS() as Fields;

/** Changes an article's file as `changeArticle` says. */
export function writeChange(open: OpenArticle, change: FieldsChange): void {
  writeArticle(open, changeArticle(open, change).text);
}

/** Gives an article's file another text. Its way was judged when it was opened, and is again. @throws ForeignFileError */
export function writeArticle({ root, file }: OpenArticle, text: string): void {
  replaceFile(realpathSync(root), file, text);
}
