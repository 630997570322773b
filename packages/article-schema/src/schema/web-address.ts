import { judgeLink } from '@tamizdat/body';
import { z } from 'zod';
import type { InBoth } from '@tamizdat/problem';
import { templateFault } from './link-template.ts';
import { refuse, refuseWith } from './explained.ts';

/** Longest address in UTF-16 code units that browsers and servers take everywhere. */
const ADDRESS_MAX = 2_000;

/** Why pages would not link an address, by the policy of the texts' links. */
function reasonAgainst(address: string): InBoth | undefined {
  const judged = judgeLink(address);
  return judged.allowed ? undefined : judged.reason;
}

/** https address of somewhere else, as the renderer links it: no name or password, no “https:host”. */
export const HttpsUrlSchema = z
  .url({ protocol: /^https$/ })
  .max(ADDRESS_MAX)
  .check(refuse(reasonAgainst));

/** Where a form sends an address: https, or mailto: where there is no provider. */
export const FormAddressSchema = z
  .string()
  .max(ADDRESS_MAX)
  .regex(/^(?:https:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+)$/)
  .check(refuse(reasonAgainst));

/** What editors hold a template against, which run none of the checks. */
const TEMPLATE_FORM =
  '^https:\\/\\/[^\\s{}]+(?:\\{(?:amount|minor|currency|frequency)\\}[^\\s{}]*)+$';

/** An https address in which `{amount}` stands for the chosen amount, or `{minor}` for it in the smallest unit. */
export const LinkTemplateSchema = z
  .string()
  .max(ADDRESS_MAX)
  .regex(/^https:\/\/[^\s{}]\S*$/)
  .check(refuseWith(templateFault))
  .meta({ pattern: TEMPLATE_FORM });
