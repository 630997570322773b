import type { Outlet } from '@tamizdat/article-schema';
import { readDrawing } from '@tamizdat/media';
import { site } from '../../site.ts';

/**
 * The outlet's mark as safe SVG, or undefined where it has none.
 * @throws Error naming the file when it cannot be read or made safe.
 */
export async function loadMark({ mark }: Pick<Outlet, 'mark'>): Promise<string | undefined> {
  if (mark === undefined) return undefined;
  const { files } = await site();
  const file = await files.find('', mark);
  if (file === undefined) throw new Error(`the outlet's mark, ${mark}, is not beside outlet.yaml`);
  const { svg, problems } = await readDrawing(file);
  const [problem] = problems;
  if (problem)
    throw new Error(`${mark}, line ${problem.line}: ${problem.found}. ${problem.message.en}`);
  return svg;
}
