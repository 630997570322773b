import { buildWords } from '@tamizdat/article-schema';
import { describe, expect, it } from 'vitest';
import {
  playingTime,
  recordingHtml,
  recordingInFeed,
  type ShownRecording,
} from './recording-html.ts';

const video: ShownRecording = {
  kind: 'video',
  width: 640,
  height: 360,
  file: { url: `/media/${'a'.repeat(20)}.mp4`, bytes: 12_340_000 },
  poster: {
    sources: [],
    fallback: {
      url: `/media/${'b'.repeat(20)}.jpg`,
      width: 640,
      height: 360,
    },
  },
  captions: [{ lang: 'ru', url: `/media/${'c'.repeat(20)}.vtt` }],
};
const audio: ShownRecording = {
  kind: 'audio',
  width: 0,
  height: 0,
  file: { url: `/media/${'d'.repeat(20)}.mp3`, bytes: 40_000 },
  captions: [],
};
const options = {
  alt: 'A "bell" <in> the fog',
  caption: 'At <five>.',
  credit: 'Audio: Ann & Co',
  lang: 'ru',
  words: buildWords('ru'),
  transcript: '<p>Бьёт колокол.</p>',
};

describe('a recording', () => {
  it('has its player, the file with its size in words, and its transcript', () => {
    expect(recordingHtml(video, options)).toMatchInlineSnapshot(
      `"<figure><video controls preload="none" src="/media/aaaaaaaaaaaaaaaaaaaa.mp4" aria-label="A &quot;bell&quot; &lt;in&gt; the fog" width="640" height="360" poster="/media/bbbbbbbbbbbbbbbbbbbb.jpg"><track kind="captions" srclang="ru" src="/media/cccccccccccccccccccc.vtt"></video><figcaption>At &lt;five&gt;. Audio: Ann &amp; Co<br><a href="/media/aaaaaaaaaaaaaaaaaaaa.mp4">Видеофайл (MP4, 12,3 МБ)</a></figcaption></figure><details><summary>Расшифровка</summary><p>Бьёт колокол.</p></details>"`,
    );
    expect(recordingHtml(audio, { ...options, transcript: '' })).toMatchInlineSnapshot(
      `"<figure><audio controls preload="none" src="/media/dddddddddddddddddddd.mp3" aria-label="A &quot;bell&quot; &lt;in&gt; the fog"></audio><figcaption>At &lt;five&gt;. Audio: Ann &amp; Co<br><a href="/media/dddddddddddddddddddd.mp3">Аудиофайл (MP3, 0,1 МБ)</a></figcaption></figure>"`,
    );
  });

  it('says how long it plays, where that is known', () => {
    const known = { ...audio, seconds: 5.6 };
    expect(recordingHtml(known, options)).toContain('МБ)</a> · 0:06</figcaption>');
    expect(recordingInFeed(known, options)).toContain('МБ)</a> · 0:06</p>');
    expect([0.2, 59.6, 61, 3599.7, 3750].map(playingTime)).toEqual([
      '0:01',
      '1:00',
      '1:01',
      '1:00:00',
      '1:02:30',
    ]);
  });

  it('is a link in a feed, never a player', () => {
    expect(recordingInFeed(video, options)).toMatchInlineSnapshot(
      `"<figure><img src="/media/bbbbbbbbbbbbbbbbbbbb.jpg" width="640" height="360" alt="A &quot;bell&quot; &lt;in&gt; the fog"><figcaption>At &lt;five&gt;. Audio: Ann &amp; Co</figcaption></figure><p><a href="/media/aaaaaaaaaaaaaaaaaaaa.mp4">Видеофайл (MP4, 12,3 МБ)</a></p><p><strong>Расшифровка</strong></p><blockquote><p>Бьёт колокол.</p></blockquote>"`,
    );
    expect(
      recordingInFeed(audio, { ...options, caption: undefined, credit: undefined, transcript: '' }),
    ).toMatchInlineSnapshot(
      `"<p>A &quot;bell&quot; &lt;in&gt; the fog</p><p><a href="/media/dddddddddddddddddddd.mp3">Аудиофайл (MP3, 0,1 МБ)</a></p>"`,
    );
  });

  it('keeps a link around it, in its words, on pages and in feeds', () => {
    const link = '<a href="https://x.example/?a=1&amp;b=2">';
    const linked = { ...options, href: 'https://x.example/?a=1&b=2' };
    const unnamed = { ...linked, caption: undefined };
    expect(recordingHtml(video, linked)).toContain(`<figcaption>${link}At &lt;five&gt;.</a> Audio`);
    expect(recordingHtml(audio, unnamed)).toContain(`${link}A &quot;bell&quot; &lt;in&gt;`);
    expect(recordingInFeed(audio, unnamed)).toMatch(`<p>${link}A &quot;bell&quot;`);
    expect(recordingInFeed(video, linked)).toContain(`<figure>${link}<img`);
  });
});
