export { AddressError, type AddressFault } from './address-error.ts';
export {
  addNames,
  type AddressBook,
  aliveIn,
  bringOut,
  burnName,
  findName,
  type GivenName,
  readyIn,
  takeNames,
} from './book.ts';
export { type BookPlace, changeBook, loadBook } from './book-file.ts';
export { type Chance, LABEL_KINDS, type LabelKind, makeLabel } from './make-label.ts';
export { domainOf, isWildcard, openWell, type Well } from './name-under.ts';
export { type BurnedName, type ChannelSummary, summarizeBook } from './summarize.ts';
export {
  type DeadName,
  type DeathRules,
  findDead,
  isDeadLook,
  type ListedName,
  type PastLook,
} from './find-dead.ts';
export { planRenewal, type RenewalPlan, type RenewalRules } from './plan-renewal.ts';
export { encodeBook, parseBook } from './parse-book.ts';
