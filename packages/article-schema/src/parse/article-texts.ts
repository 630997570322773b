import { fragmentFindings } from '../anchors/check-fragment.ts';
import { articleAnchors, type AnchoredArticle } from '../anchors/page-anchors.ts';
import type { SplitFile } from '../front-matter/split.ts';
import { placeFinding, type Problem } from '../problem.ts';
import type { FrontMatter } from '../schema/article.ts';
import { checkTexts, type OwnFragment, type TextReferences } from '../text/check-text.ts';
import { hiddenReferences } from '../text/hidden-characters.ts';
import { bodyText, fieldTexts } from '../text/markdown-text.ts';
import type { YamlRecord } from './yaml-record.ts';

/** Looks through all Markdown of an article: its text, and the fields that are Markdown. */
export function checkArticleTexts(
  split: SplitFile,
  record: YamlRecord<FrontMatter>,
  file: string,
  origin?: string,
): { problems: Problem[]; references: TextReferences } {
  const fields = fieldTexts(record);
  const checked = checkTexts([bodyText(split), ...fields], file, {
    sources: record.partial.sources,
    origin,
    lint: {
      lang: record.partial.lang,
      kind: record.partial.kind,
      declined: new Set((record.partial.declined ?? []).map(({ rule }) => rule)),
    },
  });
  const problems = [
    ...checked.problems,
    ...fields.flatMap((text) => hiddenReferences(text, file)),
    ...deadFragments(checked.fragments, split, record, file),
  ];
  return { problems, references: checked.references };
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
  const page = articleAnchors(article, body.normalize('NFC'));
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
