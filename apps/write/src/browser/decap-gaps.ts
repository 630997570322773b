import { fill } from '../words/room-words.ts';

/** Decap’s one question that has no translation (`actions/mediaLibrary`). */
const REPLACE = /^(.+) already exists\. Do you want to replace it\?$/;

/** Puts Decap’s question about a picture of the same name into the room’s words. */
export function translateQuestions(replacePicture: string): void {
  const ask = globalThis.confirm.bind(globalThis);
  globalThis.confirm = (question = '') => {
    const name = REPLACE.exec(question)?.[1];
    return ask(name === undefined ? question : fill(replacePicture, { name }));
  };
}

const ENTRY = /#(\/collections\/[^/]+\/entries\/.+)$/;

/**
 * Opens the page anew where its address changes from one entry to another: Decap keeps the first one's form
 * then, under the other's address.
 */
export function openOtherEntries(): void {
  globalThis.addEventListener('hashchange', ({ oldURL, newURL }) => {
    const [, before] = ENTRY.exec(oldURL) ?? [];
    const [, after] = ENTRY.exec(newURL) ?? [];
    if (before === undefined || after === undefined || before === after) return;
    // Decap may ask first, and take the change back.
    setTimeout(() => {
      if (location.href === newURL) location.reload();
    });
  });
}
