import {
  type Choice,
  choicesOf,
  formCurrency,
  type Frequency,
  type Outlet,
  type Support,
  type SupportMethod,
  takesChoice,
} from '@tamizdat/article-schema';

/** The choices of one frequency in one currency, and the ways to give any of them. */
export interface Offer {
  frequency: Frequency;
  choices: Choice[];
  default: number;
  methods: SupportMethod[];
}

/** What is offered in a currency, in the order of `amounts`. */
export function offersIn(support: Support, currency: string): Offer[] {
  const all = choicesOf(support).filter((choice) => choice.currency === currency);
  return Object.entries(support.amounts).flatMap(([frequency, byCurrency]) => {
    const offer = byCurrency[currency];
    if (offer === undefined) return [];
    const choices = all.filter((choice) => choice.frequency === frequency);
    const methods = support.methods.filter((method) =>
      choices.some((choice) => takesChoice(method, choice)),
    );
    return [{ frequency: frequency as Frequency, choices, default: offer.default, methods }];
  });
}

/** What the form of an edition offers; nothing where it asks for no money. */
export function formOffers(outlet: Pick<Outlet, 'support'>, lang: string): Offer[] {
  const currency = formCurrency(outlet, lang);
  return outlet.support && currency ? offersIn(outlet.support, currency) : [];
}

/** The frequency that is chosen before a reader chooses: the outlet's, else the first there is. */
export function firstFrequency(support: Support, offers: readonly Offer[]): Frequency | undefined {
  return (offers.find(({ frequency }) => frequency === support.frequency) ?? offers[0])?.frequency;
}
