/** Inside these the parser is back in HTML (WHATWG, "HTML integration point"; lower case). */
const INTEGRATION_POINTS: ReadonlySet<string> = new Set([
  'foreignobject',
  'desc',
  'title',
  'annotation-xml',
  'mi',
  'mo',
  'mn',
  'ms',
  'mtext',
]);

/** Deeper nesting of `<svg>` and `<math>` than this is not followed; no page needs it. */
const MAX_DEPTH = 512;

/** Follows whether the parser is inside `<svg>` or `<math>`, where `<style>` and `<script>` are not raw text. */
export class ForeignContent {
  private readonly stack: string[] = [];

  isForeign(): boolean {
    const top = this.stack.at(-1);
    return top !== undefined && !INTEGRATION_POINTS.has(top);
  }

  open(name: string): void {
    const entersForeign = name === 'svg' || name === 'math';
    const entersHtml = this.isForeign() && INTEGRATION_POINTS.has(name);
    if ((entersForeign || entersHtml) && this.stack.length < MAX_DEPTH) this.stack.push(name);
  }

  close(name: string): void {
    const index = this.stack.lastIndexOf(name);
    if (index !== -1) this.stack.length = index;
  }

  selfClose(name: string): void {
    if (this.stack.at(-1) === name) this.stack.pop();
  }
}
