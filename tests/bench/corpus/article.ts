import { KINDS } from '@tamizdat/article-schema';
import { AUTHORS, SECTIONS, TAGS } from './outlet.ts';
import { phrase, type Language, type Prose } from './prose.ts';
import { buildUlid, type Random } from './random.ts';

/** Kinds that need no further fields. */
const PLAIN_KINDS = KINDS.filter((kind) => !['live', 'republished', 'link'].includes(kind));

const DAY = 86_400_000;
/** Stories are dated over sixteen years, the newest on this day. */
const NEWEST = Date.UTC(2026, 10, 21);
const SPAN_DAYS = 16 * 365;

/** A story's file in one language. */
export interface GeneratedArticle {
  /** The article's folder, relative to the content folder. */
  folder: string;
  markdown: string;
}

/** A story in both languages; `position` 0 is the oldest of `total`, and `prose` writes its texts. */
export function buildStory(
  position: number,
  total: number,
  photo: boolean,
  random: Random,
  prose: Prose,
): GeneratedArticle[] {
  const age = Math.floor(((total - 1 - position) / Math.max(total, 1)) * SPAN_DAYS);
  const time = NEWEST - age * DAY + random.between(6, 18) * 3_600_000;
  const story = {
    position,
    time,
    photo,
    section: random.pick(SECTIONS),
    kind: random.pick(PLAIN_KINDS),
    tags: random.sample(TAGS, random.between(1, 4)),
    authors: random.sample(AUTHORS, random.between(1, 2)),
  };
  return (['en', 'ru'] as const).map((language) => buildArticle(story, language, random, prose));
}

interface Story {
  position: number;
  time: number;
  photo: boolean;
  section: string;
  kind: string;
  tags: readonly string[];
  authors: readonly string[];
}

function buildArticle(
  story: Story,
  language: Language,
  random: Random,
  prose: Prose,
): GeneratedArticle {
  const date = new Date(story.time).toISOString();
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  const number = String(story.position + 1);
  const fields = [
    `id: ${buildUlid(story.time, random)}`,
    `translationKey: story-${number}`,
    `lang: ${language}`,
    `kind: ${story.kind}`,
    `title: ${phrase(language, random.between(5, 9), random)}`,
    `standfirst: ${phrase(language, random.between(12, 24), random)}.`,
    `section: ${story.section}`,
    `tags: [${story.tags.join(', ')}]`,
    `authors: [${story.authors.join(', ')}]`,
    `publishedAt: ${date.slice(0, 19)}+00:00`,
    'status: ready',
    ...(story.photo ? LEAD_IMAGE : []),
    'sources:\n  - id: report\n    title: Annual report\n    url: https://example.org/report',
  ];
  return {
    folder: `articles/${language}/${year}/${month}/${day}-story-${number}`,
    markdown: `---\n${fields.join('\n')}\n---\n\n${prose(language, random.between(400, 900), random)}\n`,
  };
}

const LEAD_IMAGE = [
  'leadImage:\n  file: photo.jpg\n  alt: A generated pattern of coloured patches\n  credit: Generator',
];
