import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Content, loadBody } from '@tamizdat/archive';
import { type Article, buildWords } from '@tamizdat/article-schema';
import {
  articleSchemaJson,
  buildArticleJson,
  buildGhost,
  buildOutletJson,
  buildWordpress,
  isCarried,
  type Outgoing,
  type Standing,
  standingOf,
} from '@tamizdat/export';
import { localTime } from '../clock/local-time.ts';
import type { Form } from './arguments.ts';
import { copyFiles, filesBeside } from './copy-files.ts';
import type { Report } from './report.ts';

/** What is to be written where. */
export interface Writing {
  /** The content folder. */
  root: string;
  content: Content;
  /** RFC 3339. */
  now: string;
  forms: readonly Form[];
  /** Folder to make. */
  part: string;
}

/** Writes an outlet in each form. @throws Error of the file system */
export async function writeForms(writing: Writing): Promise<Report> {
  const { root, content, now, forms, part } = writing;
  await mkdir(part);
  const files = await copyFiles(
    root,
    content.digests,
    path.join(part, 'content'),
    forms.includes('markdown'),
  );
  const written = forms.includes('markdown') ? ['content'] : [];
  if (forms.includes('json')) written.push(await writeJsonFiles(writing));
  for (const outgoing of listOutgoing(writing)) {
    const { lang } = outgoing.context;
    if (forms.includes('wordpress'))
      written.push(await writeStream(part, `wordpress/${lang}.xml`, buildWordpress(outgoing)));
    if (forms.includes('ghost'))
      written.push(await writeStream(part, `ghost/${lang}.json`, buildGhost(outgoing)));
  }
  const goesElsewhere = forms.includes('wordpress') || forms.includes('ghost');
  const notCarried = goesElsewhere
    ? content.articles
        .filter((one) => !isCarried(one))
        .map(({ id }) => id)
        .sort()
    : [];
  return { written, articles: countStandings(content.articles, now), files, notCarried };
}

function countStandings(articles: readonly Article[], now: string): Record<Standing, number> {
  const counts = { public: 0, scheduled: 0, draft: 0, withdrawn: 0, removed: 0 };
  for (const article of articles) counts[standingOf(article, now)] += 1;
  return counts;
}

/** Each language that has articles: no other system knows several in one site. */
function listOutgoing({ root, content, now }: Writing): Outgoing[] {
  const { outlet } = content;
  const beside = filesBeside(content.digests);
  const byId = content.articles.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const numbers = new Map(byId.map(({ id }, index) => [id, index + 1]));
  const authors = new Map(content.authors.map((author) => [author.id, author]));
  return outlet.languages.flatMap((edition): Outgoing[] => {
    const lang = edition.code;
    const articles = byId.filter((one) => one.lang === lang && one.status !== 'removed');
    if (articles.length === 0) return [];
    const words = buildWords(lang, content.words.get(lang));
    const context = { lang, outlet, edition, words };
    const loadText = (article: Article) => loadBody(root, article);
    return [
      {
        context,
        articles,
        numbers,
        authors,
        filesBeside: ({ folder }) => (beside.get(folder) ?? []).map(([name]) => name),
        loadText,
        now,
        localTime,
      },
    ];
  });
}

async function writeJsonFiles({ root, content, part }: Writing): Promise<string> {
  const { outlet, digests, authors } = content;
  const beside = filesBeside(digests);
  await put(part, 'json/article.schema.json', articleSchemaJson());
  await put(part, 'json/outlet.json', buildOutletJson(outlet, authors));
  for (const article of content.articles) {
    const text = await loadBody(root, article);
    const json = buildArticleJson(article, text, outlet, beside.get(article.folder) ?? []);
    await put(part, `json/${article.folder}.json`, json);
  }
  return 'json';
}

async function put(part: string, name: string, text: string): Promise<void> {
  const file = path.join(part, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text, { flag: 'wx' });
}

async function writeStream(
  part: string,
  name: string,
  pieces: AsyncIterable<string>,
): Promise<string> {
  const file = path.join(part, name);
  await mkdir(path.dirname(file), { recursive: true });
  await pipeline(Readable.from(pieces), createWriteStream(file, { flags: 'wx' }));
  return name;
}
