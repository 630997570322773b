import { contact } from './contact.ts';
import { headingOrder } from './heading-order.ts';
import { linkBare } from './link-bare.ts';
import { linkHttp } from './link-http.ts';
import { linkTracker } from './link-tracker.ts';
import { quoteSource } from './quote-source.ts';
import { quotes } from './quotes.ts';
import type { LintRule } from './rule.ts';
import type { LintRuleName } from '../vocabulary.ts';

/** All rules of style by name. */
export const STYLE_RULES: Readonly<Record<LintRuleName, LintRule>> = {
  'link-tracker': linkTracker,
  'link-http': linkHttp,
  'link-bare': linkBare,
  'heading-order': headingOrder,
  quotes,
  contact,
  'quote-source': quoteSource,
};
