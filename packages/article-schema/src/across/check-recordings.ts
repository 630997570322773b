import { shorten } from '../characters/count.ts';
import type { Finding, InBoth } from '@tamizdat/problem';
import type { AcrossFinding } from './check-across.ts';
import { found, type ImageUse } from './check-images.ts';
import { metadataInRussian } from './metadata-words.ts';

/** What an audio or video file holds, as the recordings package gives it. */
export interface RecordingContent {
  kind: 'audio' | 'video';
  sound: boolean;
  metadata: readonly string[];
  refused?: InBoth;
}

/** What stands beside a recording; `base` is its name without the extension. */
export interface RecordingBeside {
  base: string;
  poster?: string;
  transcript?: string;
}

/** What a recording's file must not be or hold, and what has to stand beside it. `command` strips it. */
export function checkRecording(
  use: ImageUse,
  content: RecordingContent,
  beside: RecordingBeside,
  command: string,
): AcrossFinding[] {
  const told = content.metadata.length === 0 ? [] : [metadata(use.name, content.metadata, command)];
  if (content.refused !== undefined)
    return [unusable(use.name, content.refused), ...told].map((finding) => found(use, finding));
  return [
    ...told,
    ...(content.kind === 'audio' || beside.poster !== undefined
      ? []
      : [posterMissing(beside.base)]),
    ...(!content.sound || beside.transcript !== undefined ? [] : [transcriptMissing(beside.base)]),
  ].map((finding) => found(use, finding));
}

type Told = Omit<Finding, 'path' | 'found'>;

const unusable = (name: string, reason: InBoth): Told => ({
  code: 'recording-unusable',
  message: `The recording “${shorten(name)}” cannot be used. ${reason.en}`,
  remedy: 'Export it as MP3 or M4A, a video as MP4 with H.264 and AAC.',
  ru: {
    message: `Запись «${shorten(name)}» не годится. ${reason.ru}`,
    remedy: 'Сохраните её как MP3 или M4A, видео — как MP4 с H.264 и AAC.',
  },
});

const metadata = (name: string, words: readonly string[], command: string): Told => ({
  code: 'recording-metadata',
  message: `The recording “${shorten(name)}” holds ${words.join(', ')}.`,
  why: 'Recorders and phones write down where, when and with what it was made. Removing it later does not remove it from git’s history.',
  remedy:
    'Strip it before you commit: “npx tamizdat check --fix” does, without changing sound and picture; where it leaves one alone, FFmpeg does.',
  ru: {
    message: `В записи «${shorten(name)}» есть: ${words.map(metadataInRussian).join(', ')}.`,
    why: 'Диктофоны и телефоны записывают, где, когда и на чём она сделана. Если убрать потом, в истории git это останется.',
    remedy:
      'Уберите до коммита: это делает «npx tamizdat check --fix», не меняя звука и картинки; если какую-то запись он не тронул — FFmpeg.',
  },
  example: command,
});

const posterMissing = (base: string): Told => ({
  code: 'recording-poster-missing',
  message: 'The video has no picture to show before it plays.',
  why: 'Videos are not loaded until a reader asks for them: without it they would see a black box.',
  remedy: 'Put a still of it beside it, under the same name.',
  ru: {
    message: 'У видео нет картинки, которую показывают до начала.',
    why: 'Видео не загружают, пока читатель не попросит: без картинки он увидит чёрный прямоугольник.',
    remedy: 'Положите рядом кадр из него под тем же именем.',
  },
  example: `${shorten(base)}.jpg`,
});

const transcriptMissing = (base: string): Told => ({
  code: 'recording-transcript-missing',
  message: 'The recording has no transcript.',
  why: 'Who cannot hear, or has not the bytes to spare, reads it instead.',
  remedy: `Write what is said and heard into ${shorten(base)}.transcript.md beside it. Where nobody speaks, say that, and what is to be heard.`,
  ru: {
    message: 'У записи нет расшифровки.',
    why: 'Её читают те, кто не слышит или бережёт байты.',
    remedy: `Запишите всё, что говорят и что слышно, в ${shorten(base)}.transcript.md рядом. Если никто не говорит, так и скажите, и что слышно.`,
    example: 'Никто не говорит. Вода течёт по камням; церковный колокол бьёт пять.',
  },
  example: 'Nobody speaks. Water runs over stone; a church bell strikes five.',
});

/** A mistake in captions, which are a file of their own. */
export function captionFinding(path: string, line: number, message: InBoth): AcrossFinding {
  return {
    path,
    span: { line, column: 1 },
    finding: {
      code: 'captions-unusable',
      path: [],
      message: message.en,
      remedy: 'Write captions as WebVTT, with plain text.',
      ru: {
        message: message.ru,
        remedy: 'Пишите субтитры в WebVTT, простым текстом.',
        example: 'WEBVTT\n\n00:01.000 --> 00:04.000\nВода пришла в пять.',
      },
      example: 'WEBVTT\n\n00:01.000 --> 00:04.000\nThe water came at five.',
    },
  };
}
