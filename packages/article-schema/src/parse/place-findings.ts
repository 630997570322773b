import { splitFrontMatter } from '../front-matter/split.ts';
import { type Finding, placeFinding, type Problem } from '@tamizdat/problem';
import { readYaml } from '../yaml/read-yaml.ts';
import { problemFile, type ParseContext } from './context.ts';
import { plainYaml } from './plain-yaml.ts';

/** Puts findings of checks over all files at their places in one file's text. */
export function placeFindings(
  text: string,
  findings: readonly Finding[],
  context: Pick<ParseContext, 'path' | 'root'>,
): Problem[] {
  const file = problemFile(context);
  const split = context.path.endsWith('.md')
    ? splitFrontMatter(text)
    : { yaml: plainYaml(text), yamlLine: 1 };
  const source = readYaml(split.yaml, file, split.yamlLine);
  return findings.map((finding) =>
    placeFinding(finding, file, source.locate(finding.path, finding.at)),
  );
}
