import type { Finding } from '@tamizdat/problem';
import { misleadingFields } from '../text/misleading-link.ts';
import { addressRule, formerAddressRule, languageRule } from './address-rules.ts';
import { imageRule } from './image-rule.ts';
import { linkRule, liveRule, newsletterRule, originalRule } from './kind-rules.ts';
import { duplicateRule } from './list-rules.ts';
import { ownAddresses } from './own-address.ts';
import type { ArticleRule, PartialFrontMatter, RuleContext } from './rule.ts';
import {
  embargoRule,
  noteAtRule,
  removedRule,
  withdrawnAtRule,
  withdrawnRule,
} from './status-rules.ts';
import { taxonomyRule } from './taxonomy-rule.ts';
import { earlyRule } from './early-rule.ts';
import { futureRule } from './future-rule.ts';
import { correctedRule, oldRule, publishedRule, updatedRule } from './time-rules.ts';
import { titleRule } from './title-rule.ts';

const ownAddressRule: ArticleRule = (article, { outlet }) => ownAddresses(article, outlet?.origin);

const misleadingRule: ArticleRule = (article) => misleadingFields(article);

const RULES: readonly ArticleRule[] = [
  languageRule,
  addressRule,
  formerAddressRule,
  titleRule,
  publishedRule,
  updatedRule,
  correctedRule,
  earlyRule,
  futureRule,
  oldRule,
  withdrawnRule,
  withdrawnAtRule,
  noteAtRule,
  removedRule,
  embargoRule,
  imageRule,
  originalRule,
  linkRule,
  liveRule,
  newsletterRule,
  taxonomyRule,
  duplicateRule,
  ownAddressRule,
  misleadingRule,
];

/** All rules between the fields of one article. */
export function articleRules(article: PartialFrontMatter, context: RuleContext): Finding[] {
  return RULES.flatMap((rule) => rule(article, context));
}
