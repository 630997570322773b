import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { listContent } from '@tamizdat/archive';
import {
  ARTICLE_FILE_MAX_BYTES,
  type Article,
  type Outlet,
  parseArticle,
} from '@tamizdat/article-schema';
import { tellIn } from '@tamizdat/problem';
import { printable } from '../check/printable.ts';
import { UsageError } from '../frame/usage-error.ts';
import { frontMatterPlace, type FrontMatterPlace } from './front-matter-place.ts';
import { language, say } from '../language/say.ts';

/** A content folder of which an article is worked on. */
export interface OpenContent {
  /** The content folder. */
  root: string;
  outlet: Outlet;
  /** Ids of author records. */
  authors: readonly string[];
}

/** An article without errors, with the text of its file. */
export interface OpenArticle extends OpenContent {
  /** `index.md` on the disk. */
  file: string;
  /** The same relative to the content folder, `/`-separated. */
  path: string;
  text: string;
  place: FrontMatterPlace;
  article: Article;
}

/** Reads what a content folder says of the outlet. Throws where there is none. */
export function openContent(root: string): OpenContent {
  if (!(statSync(root, { throwIfNoEntry: false })?.isDirectory() ?? false)) {
    throw new UsageError(
      say({
        en: `There is no content folder “${root}”. Name one with --content.`,
        ru: `Папки «${root}» нет. Назовите папку с содержимым: --content.`,
      }),
    );
  }
  const { outlet, authors } = listContent(root);
  if (outlet === undefined) {
    throw new Error(
      say({
        en: 'outlet.yaml is missing or has errors: “tamizdat check” says which.',
        ru: 'outlet.yaml нет, или в нём есть ошибки: какие, скажет «tamizdat check».',
      }),
    );
  }
  return { root, outlet, authors };
}

/**
 * Opens an article by its folder or its `index.md`, to be changed. Throws UsageError where it does not
 * stand in the content folder, Error where it has errors: those are mended first.
 */
export function openArticle(given: string, root: string): OpenArticle {
  const content = openContent(root);
  const file = articleFile(given, root);
  if (statSync(file).size > ARTICLE_FILE_MAX_BYTES)
    throw new Error(say({ en: `${given} is too large.`, ru: `${given} слишком велик.` }));
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    readFileSync(file),
  );
  const inside = path.relative(realpathSync(root), file).split(path.sep).join('/').normalize('NFC');
  const { value, problems } = parseArticle(text, contextOf(content, inside));
  const place = frontMatterPlace(text);
  if (value === undefined || place === undefined) {
    const [first] = problems.filter(({ severity }) => severity === 'error');
    const told =
      first === undefined
        ? ''
        : ` ${first.file}:${first.line}: ${printable(tellIn(language, first).message)}`;
    throw new Error(
      say({
        en: `The article has errors; mend them first (“tamizdat check”).${told}`,
        ru: `В статье есть ошибки; сначала исправьте их («tamizdat check»).${told}`,
      }),
    );
  }
  return { ...content, file, path: inside, text, place, article: value };
}

/** How an article at a path is parsed. */
export const contextOf = ({ root, outlet, authors }: OpenContent, inside: string) => ({
  path: inside,
  root: path.basename(root),
  outlet,
  authors: new Set(authors),
});

function articleFile(given: string, root: string): string {
  const absolute = path.resolve(given);
  const facts = statSync(absolute, { throwIfNoEntry: false });
  const file = facts?.isDirectory() === true ? path.join(absolute, 'index.md') : absolute;
  if (!(statSync(file, { throwIfNoEntry: false })?.isFile() ?? false)) {
    throw new UsageError(
      say({
        en: `There is no article “${given}”: name its folder or its index.md.`,
        ru: `Статьи «${given}» нет: назовите её папку или index.md.`,
      }),
    );
  }
  const real = realpathSync(file);
  if (!real.startsWith(`${path.join(realpathSync(root), 'articles')}${path.sep}`)) {
    throw new UsageError(
      say({
        en: `“${given}” is not an article of ${root}. Name another folder with --content.`,
        ru: `«${given}» — не статья из ${root}. Назовите другую папку: --content.`,
      }),
    );
  }
  return real;
}
