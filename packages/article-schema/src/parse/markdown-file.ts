import { composeBody } from '@tamizdat/body';
import type { z } from 'zod';
import { fragmentFindings } from '../anchors/check-fragment.ts';
import { supportAnchors } from '../anchors/choice-anchor.ts';
import { fixedPageAnchors } from '../anchors/page-anchors.ts';
import type { FieldTable } from '../fields/notes.ts';
import { splitFrontMatter, type SplitFile } from '../front-matter/split.ts';
import { placeFinding, type Problem } from '@tamizdat/problem';
import { checkTexts, type OwnFragment, type TextReferences } from '../text/check-text.ts';
import { hiddenInBody } from '../text/hidden-characters.ts';
import { bodyText } from '../text/markdown-text.ts';
import { plainTextProblems } from '../text/plain-texts.ts';
import { problemFile, type ParseContext } from './context.ts';
import { parseYamlRecord, type YamlRecord } from './yaml-record.ts';

/** A Markdown file that is neither an article nor broken as a whole. */
export interface MarkdownFile<Value> {
  split: SplitFile;
  record: YamlRecord<Value>;
  /** Of the fields' values and of the text. */
  problems: Problem[];
  references?: TextReferences;
}

/** Reads a Markdown file of an edition: its front matter by a schema, its text where `context.text` is not false. Never throws. */
export function parseMarkdownFile<Schema extends z.ZodObject>(
  text: string,
  context: ParseContext & { text?: boolean },
  { schema, table, lang }: { schema: Schema; table: FieldTable; lang: string },
): MarkdownFile<z.output<Schema>> | { missing: Problem[] } {
  const file = problemFile(context);
  const split = splitFrontMatter(text);
  if (split.missing !== undefined) {
    const missing = placeFinding(split.missing, file, { line: split.missingLine ?? 1, column: 1 });
    return { missing: [missing, ...hiddenInBody(split, file)] };
  }
  const record = parseYamlRecord(split.yaml, schema, table, { file, line: split.yamlLine });
  const checked =
    context.text === false
      ? undefined
      : checkTexts([bodyText(split)], file, { sources: [], origin: context.outlet?.origin, lang });
  const problems = [
    ...record.problems,
    ...plainTextProblems(record),
    ...hiddenInBody(split, file),
    ...(checked?.problems ?? []),
    ...deadFragments(checked?.fragments ?? [], split, file, {
      lang,
      own: ownPlaces(context, lang),
    }),
  ];
  return {
    split,
    record,
    problems,
    ...(checked === undefined ? {} : { references: checked.references }),
  };
}

/** What the template adds to the page about support. */
const ownPlaces = ({ path, outlet }: ParseContext, lang: string): string[] =>
  outlet !== undefined && path === `pages/${lang}/support.md` ? supportAnchors(outlet, lang) : [];

/** Links to places that the text’s own page does not have. */
export function deadFragments(
  links: readonly OwnFragment[],
  { body }: SplitFile,
  file: string,
  { lang, own = [] }: { lang: string; own?: readonly string[] },
): Problem[] {
  if (links.length === 0) return [];
  const page = fixedPageAnchors({ lang }, composeBody(body), own);
  return links.flatMap(({ target, fragment, line, column }) =>
    fragmentFindings(target, page, fragment).map((finding) =>
      placeFinding(finding, file, { line, column }),
    ),
  );
}
