import path from 'node:path';

/** What a command made or changed. */
export interface Made {
  /** The file, absolute. */
  file: string;
  [fact: string]: string;
}

/** Tells on standard output what was made; `next` is what to do now. Files are named from the working folder. */
export function reportMade(made: Made, next: string, json: boolean): void {
  const file = path.relative('', made.file) || made.file;
  const text = json ? JSON.stringify({ ...made, file }, undefined, 2) : `${file}\n${next}`;
  process.stdout.write(`${text}\n`);
}
