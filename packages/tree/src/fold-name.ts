/** What most names of a tree are made of: they are folded already. */
const FOLDED = /^[a-z0-9/._-]*$/;

/** What a name has in common with all that some file systems take for the same. */
export const foldName = (name: string): string =>
  FOLDED.test(name) ? name : name.normalize('NFC').toLowerCase();
