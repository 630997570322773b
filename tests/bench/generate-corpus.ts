import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildStory } from './corpus/article.ts';
import { AUTHORS, buildAuthor, buildOutlet } from './corpus/outlet.ts';
import { buildPhoto } from './corpus/photo.ts';
import { loadSentences } from './corpus/load-sentences.ts';
import { prose, proseOf, type Prose } from './corpus/prose.ts';
import { Random } from './corpus/random.ts';
import { readArguments, readCount, refuse } from './read-arguments.ts';

const USAGE = `Writes a content folder of generated articles, the same for the same seed.
Usage: node tests/bench/generate-corpus.ts --out DIR [--articles 1000] [--photos COUNT] [--seed 1] [--sentences DIR]

With --photos every story has one of COUNT photographs, as an archive uses its pictures again.
With --sentences texts are put together from the sentences of the articles in that content folder, such as the sample’s,
which have thousands of different words; else from a few dozen words.
`;

/** Writes `articles` articles (stories in two languages), their texts by `compose`, and all that they need into `out`. */
async function generateCorpus(
  articles: number,
  out: string,
  photos: number,
  seed: number,
  compose: Prose,
): Promise<void> {
  const random = new Random(seed);
  await write(join(out, 'outlet.yaml'), buildOutlet());
  for (const id of AUTHORS) await write(join(out, 'authors', `${id}.yaml`), buildAuthor(id));
  for (const language of ['en', 'ru']) {
    await write(join(out, 'pages', language, 'about.md'), '---\ntitle: About\n---\n\nGenerated.\n');
  }
  const pool: Buffer[] = [];
  while (pool.length < photos) pool.push(await buildPhoto(random));
  const stories = Math.ceil(articles / 2);
  for (let position = 0; position < stories; position++) {
    const versions = buildStory(position, stories, photos > 0, random, compose);
    const photo = photos > 0 ? random.pick(pool) : undefined;
    for (const { folder, markdown } of versions.slice(0, articles - position * 2)) {
      await write(join(out, folder, 'index.md'), markdown);
      if (photo !== undefined) await write(join(out, folder, 'photo.jpg'), photo);
    }
  }
}

async function write(file: string, data: string | Buffer): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, data);
}

const values = readArguments(USAGE, {
  articles: { type: 'string', default: '1000' },
  out: { type: 'string' },
  photos: { type: 'string' },
  seed: { type: 'string', default: '1' },
  sentences: { type: 'string' },
});
const articles = readCount('articles', values.articles, USAGE);
const seed = readCount('seed', values.seed, USAGE);
const photos = values.photos === undefined ? 0 : readCount('photos', values.photos, USAGE);
if (values.out === undefined) refuse('--out names the folder to write to.', USAGE);
const compose = values.sentences === undefined ? prose : proseOf(loadSentences(values.sentences));
await generateCorpus(articles, values.out, photos, seed, compose);
