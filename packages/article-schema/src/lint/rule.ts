import type { Kind } from '../vocabulary.ts';
import type { BodyFacts, Point } from '@tamizdat/body';
import type { Finding, InBoth, Telling } from '@tamizdat/problem';

/** A text of an article as rules of style look at it. */
export interface LintText {
  facts: BodyFacts;
  markdown: string;
  /** The same with code, addresses and HTML blanked, so that every character keeps its offset. */
  prose: string;
  lang?: string | undefined;
  kind?: Kind | undefined;
  /** The outlet’s own address. */
  origin?: string | undefined;
}

/** Something to think about, at its place in the Markdown. */
export interface LintNote extends Pick<Finding, 'message' | 'remedy' | 'found' | 'example'> {
  at: Point;
  ru: Omit<Telling, 'why'>;
}

/** A rule of style: advice, which an article can decline with a reason. */
export interface LintRule {
  /** Why it stands; told with every note. */
  why: InBoth;
  check: (text: LintText) => LintNote[];
}
