export { type FieldPath, fieldName, type Finding, placeFinding, type Span } from './finding.ts';
export { bothOf, ErrorInBoth, saidBy } from './error-in-both.ts';
export type { InBoth } from './in-both.ts';
export { isRecord } from './is-record.ts';
export { SAME_PROBLEMS_MAX } from './limits.ts';
export { compareProblems, inOrder } from './order.ts';
export {
  type Problem,
  type Telling,
  tellIn,
  TOLD_LANGUAGES,
  type ToldLanguage,
  type ToldProblem,
} from './problem.ts';
export { ToldError } from './told-error.ts';
