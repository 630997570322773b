import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordingSeconds } from './seconds.ts';

const FORMATS = ['mp3', 'm4a', 'mp4', 'webm', 'ogg', 'opus'];

/** A second of a tone, and of a test picture. */
const load = (format: string, name = 'clean'): Buffer =>
  readFileSync(
    path.join(import.meta.dirname, `../../../recordings/testing/fixtures/${name}.${format}`),
  );

describe('how long a recording plays', () => {
  it.each(FORMATS)('is read from the container of %s', (format) => {
    // Encoders fill up the last frame.
    expect(recordingSeconds(load(format))).toBeGreaterThanOrEqual(0.99);
    expect(recordingSeconds(load(format))).toBeLessThan(1.05);
  });

  it('is not changed by tags that stand around the frames of an MP3', () => {
    expect(recordingSeconds(load('mp3', 'dirty'))).toBe(recordingSeconds(load('mp3')));
  });

  it('is unknown of other files', () => {
    expect(recordingSeconds(Buffer.from('text'))).toBeUndefined();
    expect(recordingSeconds(Buffer.alloc(0))).toBeUndefined();
  });

  it.each(FORMATS)('throws nothing whatever stands in a file of %s', (format) => {
    const whole = load(format);
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.nat(2000),
        fc.integer({ max: 255, min: 0 }),
        (cut, at, byte) => {
          const bytes = Buffer.from(whole.subarray(0, cut));
          if (at < bytes.length) bytes[at] = byte;
          const seconds = recordingSeconds(bytes);
          expect(seconds === undefined || (seconds > 0 && Number.isFinite(seconds))).toBe(true);
        },
      ),
    );
  });
});
