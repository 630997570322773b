import { buildClock, loadContent } from '@tamizdat/archive';
import { tellIn } from '@tamizdat/problem';
import { type DescribedBuild, describeBuild } from '../build/describe-build.ts';
import { language } from '../language/say.ts';
import { contentFolder } from './find-outlet.ts';

/** What a build would say of the content now, of a tree of which none has, and what of the sample would go live with it. */
export async function describeNow(
  folder: string | undefined,
  now: number,
): Promise<{ build: DescribedBuild; left: string[] }> {
  const content = await loadContent(contentFolder(folder));
  const left = content.problems
    .filter(
      ({ code, severity, field }) =>
        // The fingerprint is judged by the keys, and may be wrong where somebody looked.
        code.startsWith('sample-') && severity === 'error' && field !== 'rootFingerprint',
    )
    .map((problem) => tellIn(language, problem))
    .map(
      ({ code, file, line, message, remedy }) =>
        `${code}: ${file}:${line}: ${message}\n  ${remedy}`,
    );
  const at = new Date(now).toISOString();
  const clock = buildClock({ ...content, fronts: content.fronts.values() }, at);
  return { build: describeBuild(content, clock, false), left };
}
