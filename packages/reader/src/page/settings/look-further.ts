import { part, type Place, tell } from './place.ts';

/** Between two looks, in milliseconds: within a minute only four hosts are asked. */
const PAUSE_MS = 10_000;
/** Looks before it is left to the reader. */
const LOOKS = 30;

/** Stands for a page that was not at hand: goes on asking for it, and shows it when it has come. */
export async function lookFurther({ word, ask }: Place): Promise<void> {
  const offline = part(document, 'offline');
  const title = part(document, 'title');
  if (!offline || !title) return;
  offline.hidden = false;
  title.hidden = true;
  tell(offline, 'looking', word('looking'));
  for (let look = 0; look < LOOKS; look++) {
    const answer = await ask({ ask: 'find', url: location.href });
    if (answer?.['found'] === true) {
      location.reload();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  tell(offline, 'looking', word('notFound'));
}
