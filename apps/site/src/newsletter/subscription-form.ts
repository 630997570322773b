import type { Newsletter, NewsletterProvider } from '@tamizdat/article-schema';

/** What a plain form sends to a provider. */
export interface SubscriptionForm {
  action: string;
  /** Name of the field for the address. */
  field: string;
  hidden: [name: string, value: string][];
  /** A field that people do not see and machines fill in. */
  honeypot: string | undefined;
}

/** Field for the address, as each provider's own forms name it. */
const FIELDS: Record<Exclude<NewsletterProvider, 'mailto'>, string> = {
  listmonk: 'email',
  buttondown: 'email',
  mailchimp: 'EMAIL',
};

/** Fields without which a provider refuses a form that is not its own. */
const NEEDED: Record<Exclude<NewsletterProvider, 'mailto'>, Record<string, string>> = {
  listmonk: {},
  buttondown: { embed: '1' },
  mailchimp: {},
};

/** The form of a newsletter; undefined where one subscribes by mail. */
export function subscriptionForm({ provider }: Newsletter): SubscriptionForm | undefined {
  const { kind, action, field, hidden = {}, honeypot } = provider;
  if (kind === 'mailto') return undefined;
  return {
    action,
    field: field ?? FIELDS[kind],
    hidden: Object.entries({ ...NEEDED[kind], ...hidden }),
    honeypot,
  };
}
