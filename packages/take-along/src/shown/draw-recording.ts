import { buildSlug } from '@tamizdat/body';
import type { Article, Words } from '@tamizdat/article-schema';
import { escapeHtml, figureHtml, fileLink, fillProse, type ProseFigure } from '@tamizdat/render';
import { altHtml } from './alt-html.ts';
import type { LoadedRecording } from './load-recording.ts';
import type { Place } from './load-shown.ts';

/**
 * A recording as it is passed on: what is to be heard or seen, its kind, size and length, where it stands, and its
 * transcript. It plays where the place has a player for it.
 */
export async function drawRecording(
  { file, alt, caption, credit, href }: ProseFigure,
  { lang, folder }: Pick<Article, 'lang' | 'folder'>,
  place: Place,
  words: Words,
): Promise<string> {
  const recording = await place.sources.loadRecording(folder, file);
  const still = await drawStill(recording, folder, alt, place);
  const player = (await place.play?.(recording, alt, still)) ?? '';
  const shown = player || still || altHtml(alt);
  const link = fileLink(
    { ...recording, file: { url: `/media/${recording.file.name}`, bytes: recording.file.bytes } },
    { lang, words },
  );
  const said = setTranscript(recording, { file, lang, place, words });
  return `${figureHtml(shown, caption, credit, href)}<p>${link}</p>${said}`;
}

/** What a video shows before it plays. */
async function drawStill(
  { kind, companions: { poster } }: LoadedRecording,
  folder: string,
  alt: string,
  { draw }: Place,
): Promise<string> {
  return kind === 'video' && poster !== undefined && draw ? draw(folder, poster, alt) : '';
}

function setTranscript(
  { transcript }: LoadedRecording,
  { file, lang, place, words }: { file: string; lang: string; place: Place; words: Words },
): string {
  if (transcript === undefined) return '';
  const prose = place.sources.setProse(transcript, {
    lang,
    words,
    sources: [],
    fragment: `transcript-${buildSlug(file, lang)}-`,
    hasFigures: false,
  });
  return `<p><strong>${escapeHtml(words.transcript)}</strong></p><blockquote>${fillProse(prose, () => '')}</blockquote>`;
}
