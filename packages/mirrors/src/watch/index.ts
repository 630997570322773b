/** The door for whoever watches mirrors. It needs node:sqlite; pulling does not, and runs on older Node too. */
export { DEFAULT_SAMPLE, WATCH_SILENCE_MS } from '../limits.ts';
export { STATE_NAMES } from './state-names.ts';
export { buildStatusPage, type ShownMirror, type StatusPage } from './build-status-page.ts';
export { beginOf } from './build-timeline.ts';
export { explainReason } from './explain-reason.ts';
export { judgeMirror, type Judgement, type Reason, type State, STATES } from './judge-mirror.ts';
export { type Blindness, judgeVantage } from './judge-vantage.ts';
export { lookFromHere } from './look-from-here.ts';
export type { Observation, Transfer } from './observation.ts';
export { probeMirror, type ProbeOptions } from './probe-mirror.ts';
export { type Check, type PastCheck, WatchHistory } from './watch-history.ts';
export {
  type StateChange,
  timelineOf,
  type Watch,
  type WatchedMirror,
  watchMirrors,
  type WatchOptions,
} from './watch-mirrors.ts';
