import { slugOf } from '@tamizdat/article-schema';
import { PICTURE_QUALITY, PICTURE_SIDE_MAX } from '../limits.ts';
import { fill } from '../words/room-words.ts';
import type { RoomWords } from '../words/words.ts';

/** Pictures that a page can write anew, and as what. */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/webp': 'image/jpeg',
  'image/avif': 'image/jpeg',
};
const EXTENSIONS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png' };

/** Why a picture was not taken, in words for its writer. */
export class PictureRefusal extends Error {}

/**
 * A picture drawn anew: the same to look at, and nothing else of its file, so that what a photo says of place,
 * time and device never leaves the browser. Throws PictureRefusal.
 */
export async function cleanPicture(file: File, words: RoomWords['room']['picture']): Promise<File> {
  const { name } = file;
  const type = WRITTEN_AS[file.type];
  if (type === undefined) throw new PictureRefusal(fill(words.format, { name }));
  if (!canvasIsTrue()) throw new PictureRefusal(fill(words.untrusted, { name }));
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(
    () => undefined,
  );
  if (picture === undefined) throw new PictureRefusal(fill(words.unreadable, { name }));
  const blob = await draw(picture, type);
  if (blob?.type !== type) throw new PictureRefusal(fill(words.unreadable, { name }));
  const stem = slugOf(name.replace(/\.[^.]*$/, '')) ?? 'picture';
  return new File([blob], `${stem}.${EXTENSIONS[type] ?? 'jpg'}`, { type });
}

async function draw(picture: ImageBitmap, type: string): Promise<Blob | undefined> {
  const scale = Math.min(1, PICTURE_SIDE_MAX / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  if (type === 'image/jpeg') {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, type, PICTURE_QUALITY);
  });
  return blob ?? undefined;
}

/** Whether this browser gives back what was drawn: some answer with noise, lest pages recognise their readers. */
function canvasIsTrue(): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 8;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return false;
  context.fillStyle = '#3c78b4';
  context.fillRect(0, 0, 8, 8);
  const { data } = context.getImageData(0, 0, 8, 8);
  return data.every((value, at) => value === [0x3c, 0x78, 0xb4, 0xff][at % 4]);
}

/** Files that are no pictures and may be taken as they are: nothing is known of how to read them here. */
const isPicture = (file: File) => file.type.startsWith('image/') && file.type !== 'image/svg+xml';

/**
 * Puts cleaned pictures in the place of those chosen in any file field, before Decap sees them; files that
 * are dropped on the page are not taken, since they would pass by.
 */
export function cleanChosenPictures(words: RoomWords['room']['picture']): void {
  const passed = new WeakSet<Event>();
  const onChange = (event: Event) => {
    const { target } = event;
    if (passed.has(event) || !(target instanceof HTMLInputElement) || target.type !== 'file')
      return;
    const files = [...(target.files ?? [])];
    if (!files.some(isPicture)) return;
    event.stopImmediatePropagation();
    void Promise.all(
      files.map((file) => (isPicture(file) ? cleanPicture(file, words) : Promise.resolve(file))),
    ).then(
      (clean) => {
        const chosen = new DataTransfer();
        for (const file of clean) chosen.items.add(file);
        target.files = chosen.files;
        const again = new Event('change', { bubbles: true });
        passed.add(again);
        target.dispatchEvent(again);
      },
      (fault: unknown) => {
        target.value = '';
        alert(fault instanceof Error ? fault.message : String(fault));
      },
    );
  };
  globalThis.addEventListener('change', onChange, { capture: true });
  const refuseFiles = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  globalThis.addEventListener('drop', refuseFiles, { capture: true });
  globalThis.addEventListener('dragover', refuseFiles, { capture: true });
}
