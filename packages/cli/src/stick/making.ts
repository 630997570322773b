import type { Archive } from '@tamizdat/archive';
import type { StickArticle } from '@tamizdat/stick';
import { sayOf } from '@tamizdat/take-along';
import type { Form, Options } from './arguments.ts';
import { parsePictures } from './arguments.ts';
import type { Chosen } from './choose.ts';
import type { Setting } from './compose.ts';
import { gather, recordingsOf } from './gather.ts';
import { drawForStick, type PicturePlace, playOnStick, type Recordings } from './pictures.ts';
import type { Report } from './report.ts';

/** What is to be made, and of what. */
export interface Making {
  door: Archive;
  form: Form;
  /** Absolute; nothing is there. */
  out: string;
  editions: readonly Chosen[];
  place: PicturePlace;
  setting: Setting;
  options: Options;
}

/** Articles of a language as they are shown. */
export interface Gathered {
  lang: string;
  articles: StickArticle[];
  /** What is to be heard and seen in them, whether it comes along or not. */
  recordings: Recordings;
}

/** Gathers the articles of all languages with their pictures in the size that is asked for. */
export async function gatherAll({
  door,
  form,
  editions,
  place,
  setting,
  options,
}: Making): Promise<Gathered[]> {
  const size = parsePictures(options.pictures, form);
  const draw = size && drawForStick(place, size, new Map());
  const isTaken = options.recordings && form !== 'xdc';
  const gathered: Gathered[] = [];
  for (const { lang, articles } of editions) {
    const recordings: Recordings = new Map();
    const { captions } = sayOf(setting.addresses, setting);
    const play = playOnStick({ ...place, isTaken, say: captions }, recordings);
    const own = { sources: place.sources, draw, play, hosts: setting.hosts };
    const shown = await gather(door, { articles }, own, setting.addresses);
    gathered.push({ lang, articles: shown, recordings });
  }
  return gathered;
}

/** What is said of something that was made of articles. */
export function reportOf(
  { form, out, door }: Pick<Making, 'form' | 'out' | 'door'>,
  gathered: readonly Gathered[],
  { pictures, bytes }: { pictures: number; bytes: number },
): Report {
  const days = gathered.flatMap(({ articles }) => articles.map(dayOf)).sort();
  return {
    out,
    as: form,
    languages: gathered.map(({ lang }) => lang),
    madeAt: door.clock,
    articles: days.length,
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
    pictures,
    ...recordingsTold(gathered),
    bytes,
  };
}

function recordingsTold(
  gathered: readonly Gathered[],
): Pick<Report, 'recordings' | 'recordingsLeft' | 'recordingsLeftBytes'> {
  const all = new Map(gathered.flatMap(({ recordings }) => [...recordings]));
  const taken = new Set(gathered.flatMap(({ articles }) => recordingsOf(articles)));
  const left = [...all].filter(([name]) => !taken.has(name));
  return {
    recordings: taken.size,
    recordingsLeft: left.length,
    recordingsLeftBytes: left.reduce((sum, [, bytes]) => sum + bytes, 0),
  };
}

/** `yyyy-mm-dd` of an article’s address. */
const dayOf = ({ path }: StickArticle): string => path.split('/').slice(1, 4).join('-');
