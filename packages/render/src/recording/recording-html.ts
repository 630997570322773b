import { fillWord, type Words } from '@tamizdat/article-schema';
import { escapeHtml } from '@tamizdat/body/escape-html';
import { setText } from '../typography/set-text.ts';
import { fallbackHtml, figureHtml, type ShownPicture } from '../picture/picture-html.ts';

/** An audio or video file, and what is shown with it. */
export interface ShownRecording {
  kind: 'audio' | 'video';
  /** Pixels; 0 where there is nothing to see. */
  width: number;
  height: number;
  /** How long it plays; absent where nobody knows. */
  seconds?: number | undefined;
  file: { url: string; bytes: number };
  poster?: ShownPicture | undefined;
  captions: readonly { lang: string; url: string }[];
}

export interface RecordingOptions {
  /** What is to be heard or seen: the player's name. */
  alt: string;
  caption: string | undefined;
  credit: string | undefined;
  /** BCP 47, of the text. */
  lang: string;
  words: Words;
  /** HTML; empty where there is none. */
  transcript: string;
  /** Where a link around the recording leads: from its words, since a player can stand in no link. */
  href?: string | undefined;
}

/**
 * A player that loads nothing until it is asked to, a link to the file for phones that play none in a page, and the
 * transcript.
 */
export function recordingHtml(recording: ShownRecording, options: RecordingOptions): string {
  const { words, transcript } = options;
  const details =
    transcript === ''
      ? ''
      : `<details><summary>${escapeHtml(words.transcript)}</summary>${transcript}</details>`;
  return `<figure>${playerHtml(recording, options)}${captionHtml(recording, options)}</figure>${details}`;
}

function playerHtml(recording: ShownRecording, { alt }: RecordingOptions): string {
  const { kind, file, poster, captions, width, height } = recording;
  const common = `controls preload="none" src="${file.url}" aria-label="${escapeHtml(alt)}"`;
  if (kind === 'audio') return `<audio ${common}></audio>`;
  const still = poster ? ` poster="${poster.fallback.url}"` : '';
  const tracks = captions.map(
    (track) => `<track kind="captions" srclang="${escapeHtml(track.lang)}" src="${track.url}">`,
  );
  return `<video ${common} width="${width}" height="${height}"${still}>${tracks.join('')}</video>`;
}

/** Caption, credit, and the file with its size: readers who pay by the megabyte choose before they load. */
function captionHtml(recording: ShownRecording, options: RecordingOptions): string {
  const words = wordsHtml(options.href === undefined ? '' : options.alt, options);
  return `<figcaption>${words}${words && '<br>'}${fileLink(recording, options)}</figcaption>`;
}

/** The caption, or what stands for it, with the link of the recording, and the credit. */
function wordsHtml(
  unnamed: string,
  { caption, credit, href }: Pick<RecordingOptions, 'caption' | 'credit' | 'href'>,
): string {
  const name = escapeHtml(caption || unnamed);
  const linked = href === undefined ? name : `<a href="${escapeHtml(href)}">${name}</a>`;
  return [linked, escapeHtml(credit ?? '')].filter(Boolean).join(' ');
}

/** A link to the file, in words that say what it is, and how long it plays. */
export function fileLink(
  { kind, file, seconds }: Pick<ShownRecording, 'kind' | 'file' | 'seconds'>,
  { lang, words }: Pick<RecordingOptions, 'lang' | 'words'>,
): string {
  const format = /[^.]*$/.exec(file.url)?.[0].toUpperCase() ?? '';
  const megabytes = Math.max(0.1, file.bytes / 1e6);
  const size = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(megabytes);
  const word = kind === 'audio' ? words.audioFile : words.videoFile;
  const text = setText(fillWord(word, { format, size }), lang);
  const length = seconds === undefined ? '' : ` · ${playingTime(seconds)}`;
  return `<a href="${file.url}">${escapeHtml(text)}</a>${length}`;
}

/** `0:06`, `1:02:30`: the same in all languages. */
export function playingTime(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const two = (count: number): string => String(count).padStart(2, '0');
  const rest = two(whole % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** The same for feed readers, which take players out: a still, a link, the transcript in full. */
export function recordingInFeed(recording: ShownRecording, options: RecordingOptions): string {
  const { caption, credit, words, transcript, alt, href } = options;
  const still = recording.kind === 'video' ? recording.poster : undefined;
  const picture = still
    ? figureHtml(fallbackHtml(still, alt, false), caption, credit, href)
    : `<p>${wordsHtml(alt, options)}</p>`;
  const text =
    transcript === ''
      ? ''
      : `<p><strong>${escapeHtml(words.transcript)}</strong></p><blockquote>${transcript}</blockquote>`;
  return `${picture}<p>${fileLink(recording, options)}</p>${text}`;
}
