import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildOutlet, type BuildSummary, digestKit } from '@tamizdat/cli/build';
import { type Bring, getReady } from '@tamizdat/cli/watch';
import { checkTree } from '@tamizdat/tree';
import { ContentFolder } from '../fixture/content-folder.ts';
import { FIXTURE_NOW } from './run-tamizdat.ts';
import { readState, type TreeState } from './tree-state.ts';

const repository = path.resolve(import.meta.dirname, '../../..');

/** Folders of its own in which a test builds an outlet with the kit it stands in: content, tree, and what builds remember. */
export class Workplace {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-work-'));
  readonly content: ContentFolder;
  readonly tree = path.join(this.folder, 'dist');
  readonly state = path.join(this.folder, 'state');

  /** @param content That of another place, where two build the same. */
  constructor(content?: ContentFolder) {
    this.content = content ?? new ContentFolder(path.join(this.folder, 'content'));
  }

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
    await this.update(now, preview);
    const problems = await checkTree(this.tree);
    if (problems.length > 0) throw new Error(`the tree is not clean: ${JSON.stringify(problems)}`);
    return readState(this.tree);
  }

  /** The same without looking at the tree. */
  async update(now = FIXTURE_NOW, preview = false): Promise<BuildSummary> {
    const built = await buildOutlet(this.#optionsAt(now, preview));
    if (!built) throw new Error('the build failed');
    return built;
  }

  /** Gets ready to bring what is saved next into the tree, as a watch does. */
  async getReady(): Promise<(saved: Iterable<string>, now?: string) => ReturnType<Bring>> {
    const bring = await getReady(this.#optionsAt(FIXTURE_NOW, false), digestKit());
    return (saved, now = FIXTURE_NOW) => bring(this.#optionsAt(now, false), new Set(saved));
  }

  /** Everything in the content folder, from there. */
  listContent(): string[] {
    return readdirSync(this.content.root, { recursive: true, encoding: 'utf8' });
  }

  #optionsAt(now: string, preview: boolean): Parameters<typeof buildOutlet>[0] {
    const media = path.join(repository, '.cache/media');
    const folders = { content: this.content.root, out: this.tree, state: this.state, media };
    return { ...folders, now, preview, force: false };
  }

  /** Builds the same content into a tree of its own, as if nothing had been built before. */
  async buildFromNothing(now = FIXTURE_NOW): Promise<TreeState> {
    const other = new Workplace(this.content);
    try {
      await other.update(now);
      return readState(other.tree);
    } finally {
      other.remove();
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
