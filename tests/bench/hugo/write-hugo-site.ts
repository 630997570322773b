import { createHash } from 'node:crypto';
import { copyFile, cp, glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';

interface Fields {
  id: string;
  translationKey: string;
  title: string;
  standfirst: string;
  section: string;
  tags: string[];
  authors: string[];
  publishedAt: Date | string;
  leadImage?: { file: string; alt: string };
  sources?: { id: string; title: string; url: string }[];
}

/**
 * Writes the articles of a generated outlet as a site for Hugo: the same texts, addresses, lists and feeds.
 * Photos stand once each among the assets, so that Hugo too makes each once. A source becomes the footnote that the kit makes of it.
 */
export async function writeHugoSite(corpus: string, site: string): Promise<void> {
  await mkdir(site, { recursive: true });
  await copyFile(path.join(import.meta.dirname, 'config.yaml'), path.join(site, 'config.yaml'));
  await cp(path.join(import.meta.dirname, 'layouts'), path.join(site, 'layouts'), {
    recursive: true,
  });
  await writeFile(path.join(site, 'page.css'), await loadCss());
  for await (const file of glob('articles/*/*/*/*/index.md', { cwd: corpus })) {
    await writeArticle(path.join(corpus, file), site);
  }
}

/** The weight of the kit's own stylesheet for an article. */
async function loadCss(): Promise<string> {
  const styles = path.resolve(import.meta.dirname, '../../../apps/site/src/styles');
  const texts = ['base.css', 'article.css'].map((name) =>
    readFile(path.join(styles, name), 'utf8'),
  );
  return (await Promise.all(texts)).join('\n');
}

async function writeArticle(file: string, site: string): Promise<void> {
  const [, written = '', body = ''] = (await readFile(file, 'utf8')).split(/^---\n/m);
  const fields = parse(written) as Fields;
  const [lang = '', year = '', month = '', folder = ''] = file.split(path.sep).slice(-5, -1);
  const [day, slug] = splitOnce(folder, '-');
  const target = path.join(site, 'content', lang, `${year}-${month}-${folder}`);
  await mkdir(target, { recursive: true });
  const photo =
    fields.leadImage &&
    (await keepPhoto(path.join(path.dirname(file), fields.leadImage.file), site));
  const front = {
    id: fields.id,
    translationKey: fields.translationKey,
    title: fields.title,
    description: fields.standfirst,
    url: `/${lang}/${year}/${month}/${day}/${slug}.html`,
    date: fields.publishedAt,
    sections: [fields.section],
    tags: fields.tags,
    authors: fields.authors,
    months: [`${year}-${month}`],
    alt: fields.leadImage?.alt ?? '',
    ...(photo === undefined ? {} : { photo }),
  };
  const notes = (fields.sources ?? []).map(({ id, title, url }) => `[^${id}]: [${title}](${url})`);
  const text = `---\n${stringify(front)}---\n${body}\n${notes.join('\n')}\n`;
  await writeFile(path.join(target, 'index.md'), text);
}

/** Keeps a photo among the assets, under the hash of its bytes. @returns its path there */
async function keepPhoto(file: string, site: string): Promise<string> {
  const bytes = await readFile(file);
  const name = `photos/${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}.jpg`;
  await mkdir(path.join(site, 'assets/photos'), { recursive: true });
  await writeFile(path.join(site, 'assets', name), bytes);
  return name;
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + 1)];
}
