import { shorten } from '../characters/count.ts';
import type { Finding } from '../problem.ts';
import type { AcrossFinding } from './check-across.ts';
import { found, type ImageUse } from './check-images.ts';

/** What an audio or video file holds, as the recordings package gives it. */
export interface RecordingContent {
  kind: 'audio' | 'video';
  sound: boolean;
  metadata: readonly string[];
  refused?: string;
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
  if (content.refused !== undefined) return [found(use, unusable(use.name, content.refused))];
  return [
    ...(content.metadata.length === 0 ? [] : [metadata(use.name, content.metadata, command)]),
    ...(content.kind === 'audio' || beside.poster !== undefined
      ? []
      : [posterMissing(beside.base)]),
    ...(!content.sound || beside.transcript !== undefined ? [] : [transcriptMissing(beside.base)]),
  ].map((finding) => found(use, finding));
}

type Told = Omit<Finding, 'path' | 'found'>;

const unusable = (name: string, reason: string): Told => ({
  code: 'recording-unusable',
  message: `The recording “${shorten(name)}” cannot be used. ${reason}`,
  remedy: 'Export it as MP3 or M4A, a video as MP4 with H.264 and AAC.',
});

const metadata = (name: string, words: readonly string[], command: string): Told => ({
  code: 'recording-metadata',
  message: `The recording “${shorten(name)}” holds ${words.join(', ')}.`,
  why: 'Recorders and phones write down where, when and with what it was made. Removing it later does not remove it from git’s history.',
  remedy: 'Strip it before you commit; FFmpeg leaves sound and picture as they are.',
  example: command,
});

const posterMissing = (base: string): Told => ({
  code: 'recording-poster-missing',
  message: 'The video has no picture to show before it plays.',
  why: 'Videos are not loaded until a reader asks for them: without it they would see a black box.',
  remedy: 'Put a still of it beside it, under the same name.',
  example: `${shorten(base)}.jpg`,
});

const transcriptMissing = (base: string): Told => ({
  code: 'recording-transcript-missing',
  message: 'The recording has no transcript.',
  why: 'Who cannot hear, or has not the bytes to spare, reads it instead.',
  remedy: `Write what is said and heard into ${shorten(base)}.transcript.md beside it. Where nobody speaks, say that, and what is to be heard.`,
  example: 'Nobody speaks. Water runs over stone; a church bell strikes five.',
});

/** A mistake in captions, which are a file of their own. */
export function captionFinding(path: string, line: number, message: string): AcrossFinding {
  return {
    path,
    span: { line, column: 1 },
    finding: {
      code: 'captions-unusable',
      path: [],
      message,
      remedy: 'Write captions as WebVTT, with plain text.',
      example: 'WEBVTT\n\n00:01.000 --> 00:04.000\nThe water came at five.',
    },
  };
}
