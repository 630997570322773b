import { shorten } from '../characters/count.ts';
import { ARTICLE_FIELDS } from '../fields/article-fields.ts';
import { withNamedId } from '../explain/named-id.ts';
import { slugExample } from '../explain/slug-example.ts';
import { splitFrontMatter } from '../front-matter/split.ts';
import { inOrder, isRecord, placeFinding, type Problem } from '@tamizdat/problem';
import type { PartialFrontMatter } from '../rules/rule.ts';
import { articleRules } from '../rules/article-rules.ts';
import { countImported, isImported } from '../rules/imported.ts';
import {
  FrontMatterSchema,
  ImportedFrontMatterSchema,
  LeadImageSchema,
  type Article,
  type ArticleAddress,
  type FrontMatter,
} from '../schema/article.ts';
import type { TextReferences } from '../text/check-text.ts';
import { hiddenInBody } from '../text/hidden-characters.ts';
import { checkArticleTexts } from './article-texts.ts';
import { parseArticlePath } from './article-path.ts';
import { problemFile, type ParseContext, type Parsed } from './context.ts';
import { rightFields } from './shape.ts';
import { parseYamlRecord } from './yaml-record.ts';

/** What came out of an article's file. */
export interface ParsedArticle extends Parsed<Article> {
  /** What the text points at, for checks that need the other files; absent where not asked for. */
  references?: TextReferences;
  /** What is right of the article even where not all is, for checks over all files. */
  outline: ArticleOutline;
}

/** The fields by which articles are told apart, point at each other, and are shown to readers or not. */
export interface ArticleOutline extends Pick<
  PartialFrontMatter,
  | 'id'
  | 'lang'
  | 'title'
  | 'translationKey'
  | 'series'
  | 'formerAddresses'
  | 'feedId'
  | 'leadImage'
  | 'status'
  | 'publishedAt'
  | 'embargoUntil'
> {
  /** The file, relative to the content folder. */
  path: string;
  address?: ArticleAddress;
  /** Of an article with an error: the lists that it would stand on. */
  lists?: ArticleLists;
}

/** Ids of the lists that an article names, by kind; a kind is absent where they cannot be told from what is written. */
export type ArticleLists = Partial<Record<'section' | 'tag' | 'author' | 'series', string[]>>;

/** How an article is parsed. */
export interface ArticleContext extends ParseContext {
  /** Whether the Markdown is looked through; true where absent. Without it, parsing is fast. */
  text?: boolean;
}

/**
 * Parses an article's `index.md`, untrusted. Every problem of the file is given at once, in the
 * order of the file; there is a value only where none is an error. Never throws.
 */
export function parseArticle(text: string, context: ArticleContext): ParsedArticle {
  const file = problemFile(context);
  const split = splitFrontMatter(text);
  if (split.missing !== undefined) {
    const missing = placeFinding(split.missing, file, { line: split.missingLine ?? 1, column: 1 });
    return {
      problems: [missing, ...hiddenInBody(split, file)],
      outline: outlineOf(context.path, {}, parseArticlePath(context.path).address),
    };
  }
  const record = parseYamlRecord(split.yaml, FrontMatterSchema, ARTICLE_FIELDS, {
    file,
    line: split.yamlLine,
    lenient: { isMarked: isImported, schema: ImportedFrontMatterSchema },
  });
  const partial = withLeadImage(record.partial, record.data);
  const has = (field: string) => record.data?.[field] !== undefined;
  const path = parseArticlePath(context.path, {
    title: shorten(partial.title ?? '', 200),
    lang: partial.lang,
    publishedAt: partial.publishedAt,
  });
  const findings = [
    ...path.findings,
    ...articleRules(partial, { ...context, address: path.address, has }),
  ];
  const checked: { problems: Problem[]; references?: TextReferences } =
    context.text === false
      ? { problems: [] }
      : checkArticleTexts(split, record, file, context.outlet?.origin);
  const outline = outlineOf(context.path, partial, path.address);
  const problems = inOrder([
    ...record.problems.map((problem) => withNamedId(withAddressExample(problem, outline), context)),
    ...findings.map((finding) => record.place(finding)),
    ...hiddenInBody(split, file),
    ...checked.problems,
  ]).map(isImported(record.data) ? countImported : (problem) => problem);
  const references = checked.references === undefined ? {} : { references: checked.references };
  if (hasError(problems) || record.value === undefined || path.address === undefined) {
    const lists = listsOf(partial, record.data);
    return { problems, outline: { ...outline, lists }, ...references };
  }
  const folder = context.path.slice(0, -'/index.md'.length);
  const value: Article = {
    ...record.value,
    address: path.address,
    folder,
    bodyLine: split.bodyLine,
  };
  return { value, problems, outline, ...references };
}

function outlineOf(
  path: string,
  article: PartialFrontMatter,
  address: ArticleAddress | undefined,
): ArticleOutline {
  const { id, lang, title, translationKey, series, formerAddresses, feedId, leadImage } = article;
  const { status, publishedAt, embargoUntil } = article;
  const identity = { id, lang, title, translationKey, series, formerAddresses, leadImage, address };
  const fields = { ...identity, feedId, status, publishedAt, embargoUntil };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { path, ...(Object.fromEntries(given) as Omit<ArticleOutline, 'path'>) };
}

const LISTS = { section: 'section', tag: 'tags', author: 'authors', series: 'series' } as const;

/** A field that is not there names nothing, unless one is misspelt that may be meant for it. */
function listsOf(
  { section, tags, authors, series }: PartialFrontMatter,
  data: Record<string, unknown> | undefined,
): ArticleLists {
  if (data === undefined) return {};
  const isSpelt = Object.keys(data).every((name) => Object.hasOwn(FrontMatterSchema.shape, name));
  const right: ArticleLists = {
    ...(section === undefined ? {} : { section: [section] }),
    ...(tags === undefined ? {} : { tag: tags }),
    ...(authors === undefined ? {} : { author: authors }),
    ...(series === undefined ? {} : { series: [series.id] }),
  };
  const told = Object.entries(LISTS).flatMap(([kind, field]) => {
    if (data[field] !== undefined) return [[kind, right[kind as keyof ArticleLists]] as const];
    return isSpelt && field !== 'section' ? [[kind, [] as string[]] as const] : [];
  });
  return Object.fromEntries(told.filter(([, ids]) => ids !== undefined));
}

/** A lead image's right fields count even where others of it are wrong. */
function withLeadImage(
  partial: Partial<FrontMatter>,
  data: Record<string, unknown> | undefined,
): PartialFrontMatter {
  const given = data?.['leadImage'];
  if (partial.leadImage !== undefined || !isRecord(given)) return partial;
  return { ...partial, leadImage: rightFields(LeadImageSchema, given) };
}

/** A malformed former address is answered with one made from the title. */
function withAddressExample(
  problem: Problem,
  { title, lang = 'en', address }: ArticleOutline,
): Problem {
  if (problem.code !== 'former-addresses-malformed' || title === undefined) return problem;
  const { year, month, day } = address ?? { year: '2026', month: '11', day: '22' };
  const slug = slugExample(title, lang);
  const example = `formerAddresses: [${[lang, year, month, day, slug].join('/')}]`;
  return { ...problem, example };
}

/** Whether a list of problems keeps the file from being used. */
export function hasError(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}
