import { inspectContainer, stripContainer } from '@tamizdat/containers';

/**
 * Takes out of an MP3, MP4, M4A, Ogg or WebM file what it says besides sound and picture, whose coded bytes stay where
 * they are. Undefined where that cannot be done. Never throws.
 */
export function stripRecording(bytes: Uint8Array): Buffer | undefined {
  const stripped = stripContainer(bytes);
  const left = stripped && inspectContainer(stripped);
  return left?.isPicture === false && left.metadata.length === 0 ? stripped : undefined;
}
