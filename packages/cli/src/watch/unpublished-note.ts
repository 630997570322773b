import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '@tamizdat/files';
import { contentFolder } from '../release/find-outlet.ts';
import { stateOf } from '../repository/folders.ts';

/**
 * Says that a list was signed, or was to be, which not all mirrors have: once it is signed nothing else tells it from one
 * that arrived everywhere.
 */
export class UnpublishedNote {
  readonly #file: string;

  constructor(content: string | undefined) {
    this.#file = path.join(stateOf(contentFolder(content)), 'list-unpublished');
  }

  get isThere(): boolean {
    return existsSync(this.#file);
  }

  /** Before the signature: a run may be cut short right after it. */
  write(): void {
    writeWhole(this.#file, '', { isSynced: true });
  }

  remove(): void {
    rmSync(this.#file, { force: true });
  }
}
