import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildOutlet } from '@tamizdat/cli/build';
import { checkTree } from '@tamizdat/tree';
import { ContentFolder } from '../fixture/content-folder.ts';
import { FIXTURE_NOW } from './run-tamizdat.ts';
import { readState, type TreeState } from './tree-state.ts';

const repository = path.resolve(import.meta.dirname, '../../..');

/** Folders of its own in which a test builds an outlet with the kit it stands in: content, tree, and what builds remember. */
export class Workplace {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-work-'));
  readonly content = new ContentFolder(path.join(this.folder, 'content'));
  readonly tree = path.join(this.folder, 'dist');
  readonly state = path.join(this.folder, 'state');

  /** Arguments that tell commands of these folders. */
  get args(): string[] {
    return ['--content', this.content.root, '--out', this.tree, '--state', this.state];
  }

  /**
   * Builds the content into the tree, and holds the tree against the checker.
   * @param now RFC 3339; the moment the clock is computed for.
   * @throws where either fails
   */
  async build(now = FIXTURE_NOW, preview = false): Promise<TreeState> {
    const built = await buildOutlet({
      content: this.content.root,
      out: this.tree,
      state: this.state,
      media: path.join(repository, '.tamizdat/cache/media'),
      now,
      preview,
      force: false,
    });
    if (!built) throw new Error('the build failed');
    const problems = await checkTree(this.tree);
    if (problems.length > 0) throw new Error(`the tree is not clean: ${JSON.stringify(problems)}`);
    return readState(this.tree);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
