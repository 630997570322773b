import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes recovery sheets where nobody else can read them. @returns their paths */
export function writeSheets(folder: string, sheets: readonly string[]): string[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(folder, '.gitignore'), '*\n');
  return sheets.map((sheet, at) => {
    const file = path.join(folder, `recovery-root-${at + 1}.txt`);
    writeFileSync(file, sheet, { flag: 'wx', mode: 0o600 });
    return file;
  });
}
