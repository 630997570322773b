import { composeBody } from '@tamizdat/body';
import { lintPlain, type LintContext } from '../lint/lint-text.ts';
import { fragmentFindings } from '../anchors/check-fragment.ts';
import { articleAnchors, type AnchoredArticle } from '../anchors/page-anchors.ts';
import type { SplitFile } from '../front-matter/split.ts';
import { type FieldPath, type Finding, placeFinding, type Problem } from '@tamizdat/problem';
import type { FrontMatter } from '../schema/article.ts';
import { checkTexts, type OwnFragment, type TextReferences } from '../text/check-text.ts';
import { hiddenReferences } from '../text/hidden-characters.ts';
import { plainLeftoverNotes } from '../text/leftover-notes.ts';
import { bodyText, fieldTexts, plainFields } from '../text/markdown-text.ts';
import { plainFieldProblems } from '../text/plain-texts.ts';
import type { YamlRecord } from './yaml-record.ts';

/** Looks through all Markdown of an article: its text, and the fields that are Markdown. */
export function checkArticleTexts(
  split: SplitFile,
  record: YamlRecord<FrontMatter>,
  file: string,
  origin?: string,
): { problems: Problem[]; references: TextReferences } {
  const fields = fieldTexts(record);
  const lint = {
    lang: record.partial.lang,
    kind: record.partial.kind,
    declined: new Set((record.partial.declined ?? []).map(({ rule }) => rule)),
  };
  const checked = checkTexts([bodyText(split), ...fields], file, {
    sources: record.partial.sources,
    origin,
    lang: record.partial.lang,
    lint,
  });
  const problems = [
    ...textMissing(split, record.partial, file),
    ...checked.problems,
    ...plainFields(record.data).flatMap((path) => lintField(record, path, lint, origin)),
    ...fields.flatMap((text) => hiddenReferences(text, file)),
    ...deadFragments(checked.fragments, split, record, file),
  ];
  return { problems, references: checked.references };
}

/** A page with a headline alone would go out to feeds and mirrors, and cannot be called back. */
function textMissing(
  { body, bodyLine }: SplitFile,
  { kind, status, standfirst }: Partial<FrontMatter>,
  file: string,
): Problem[] {
  // What a live blog tells stands in its entries.
  if (status !== 'ready' || kind === 'live' || body.trim() !== '') return [];
  // A link says in its summary why one should follow it.
  if (kind === 'link' && standfirst !== undefined) return [];
  return [placeFinding(NO_TEXT, file, { line: bodyLine, column: 1 })];
}

const NO_TEXT: Finding = {
  code: 'text-missing',
  path: [],
  message: 'The article is ready, but has no text.',
  why: 'Feeds and mirrors would carry an empty page, and copies of it stay.',
  remedy: 'Write the text below the second “---”, or leave the article a draft until there is one.',
  ru: {
    message: 'Статья готова к выходу, но текста в ней нет.',
    why: 'В ленты и зеркала попала бы пустая страница, а копии её останутся.',
    remedy: 'Напишите текст под вторым «---» или оставьте статью черновиком, пока его нет.',
  },
  example: 'status: draft',
};

/** What the rules of style say of a field that is no Markdown. */
function lintField(
  record: YamlRecord<FrontMatter>,
  path: FieldPath,
  lint: LintContext,
  origin: string | undefined,
): Problem[] {
  return plainFieldProblems(record, path, (text) => [
    ...plainLeftoverNotes(text),
    ...lintPlain(text, lint, origin),
  ]);
}

/** Links to places that the article's own page does not have. */
function deadFragments(
  links: readonly OwnFragment[],
  { body }: SplitFile,
  record: YamlRecord<FrontMatter>,
  file: string,
): Problem[] {
  const article = links.length === 0 ? undefined : anchoredArticle(record);
  if (article === undefined) return [];
  const page = articleAnchors(article, composeBody(body));
  return links
    .filter(({ fragment }) => page.texts.has(fragment))
    .flatMap(({ target, fragment, field, line, column }) =>
      fragmentFindings(target, page, fragment).map((finding) =>
        placeFinding({ ...finding, path: field ?? [] }, file, { line, column }),
      ),
    );
}

/** The fields that make places of the page; undefined where one is wrong, which is told already. */
function anchoredArticle({ partial, data }: YamlRecord<FrontMatter>): AnchoredArticle | undefined {
  const { lang, status, sources, corrections, editorsNote, live } = partial;
  const wrong = (['editorsNote', 'live'] as const).some(
    (field) => data?.[field] !== undefined && partial[field] === undefined,
  );
  if (wrong || !lang || !status || !sources || !corrections) return undefined;
  return { lang, status, sources, corrections, editorsNote, live };
}
