import { loadMade, type Sources } from '@tamizdat/take-along';
import { loadText } from '../article/load-text.ts';
import { derivePicture } from '../picture/media.ts';
import { loadRecording } from '../recording/recording.ts';
import { site } from '../site.ts';

/** Texts and pictures as a build asks for them: through the door, which writes down what was asked. */
export async function siteSources(): Promise<Sources> {
  const { media, setProse } = await site();
  return {
    loadText,
    loadPicture: async (folder, file, recipe = 'feed') =>
      loadMade(media, (await derivePicture(folder, file, recipe)).fallback),
    loadRecording,
    setProse,
  };
}
