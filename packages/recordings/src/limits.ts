/** Limits of recordings. */

/**
 * Largest audio file in bytes: 40 minutes of speech at 64 kbit/s. On a throttled connection of 128 kbit/s it takes
 * as long as half of it lasts; whoever listens longer than that is better served by parts.
 */
export const AUDIO_MAX_BYTES = 20_000_000;
/** Largest video file in bytes: five minutes at 1.3 Mbit/s. Git keeps every version, and every mirror every byte. */
export const VIDEO_MAX_BYTES = 50_000_000;
/** Largest side of a video in pixels: beyond 1080p no phone of the readers' shows more. */
export const VIDEO_MAX_SIDE = 1920;
/** Captions of an hour's film are 100 KB. */
export const CAPTIONS_MAX_BYTES = 500_000;
