import {
  addNames,
  type AddressBook,
  aliveIn,
  bringOut,
  burnName,
  type GivenName,
  makeLabel,
  openWell,
  planRenewal,
  readyIn,
  type PastLook,
} from '../../src/addresses/index.ts';
import { SeededChance } from './seeded-chance.ts';
import type { Strategy } from './strategy.ts';
import { World } from './world.ts';

export const DAYS = 30;
const READERS = 300;
const HOUR_MS = 3_600_000;
/** Addresses that a reader keeps from the last visit. */
const KEPT = 3;
/** Readers with no address left who find one in their channel, of those who try in a day. */
const FOUND = 0.3;
/** Looks that stumble though the name opens. */
const STUMBLES = 0.02;
/** Ready names of a channel and domain to which a person fills the pool up each Monday. */
const POOL = 15;

interface Reader {
  channel: string;
  hour: number;
  kept: string[];
}

/** One outlet’s month. Names are made, chosen, brought and burned by the code that outlets run. */
class Month {
  readonly #strategy: Strategy;
  readonly #chance: SeededChance;
  readonly #world: World;
  readonly #domains: string[] = [];
  readonly #looks = new Map<string, PastLook[]>();
  readonly #readers: Reader[];
  #book: AddressBook = { outlet: '', names: [] };

  constructor(strategy: Strategy, seed: string) {
    this.#strategy = strategy;
    this.#chance = new SeededChance(`${strategy.name} ${seed}`);
    this.#world = new World(this.#chance);
    for (let at = 0; at < strategy.domains; at++) this.#addDomain(0);
    const { channels } = strategy;
    for (const channel of channels) this.#bring(channel, strategy.rules?.alive ?? KEPT, 0);
    this.#readers = Array.from({ length: READERS }, (_, at) => {
      const channel = channels[at % channels.length] ?? '';
      return { channel, hour: this.#chance.below(24), kept: this.#shown(channel) };
    });
  }

  /** @returns the share of readers of whom an address opens, at the end of each day */
  play(): number[] {
    return Array.from({ length: DAYS }, (_, day) => {
      for (let hour = day * 24; hour < (day + 1) * 24; hour++) this.#playHour(hour);
      const reading = this.#readers.filter(({ kept }) => this.#opens(kept));
      return reading.length / READERS;
    });
  }

  #playHour(hour: number): void {
    const { channels, rules } = this.#strategy;
    for (const channel of channels)
      if (channel.endsWith('!'))
        for (const base of this.#shown(channel)) this.#world.show(base, hour);
    this.#world.block(hour);
    if (rules !== undefined) for (const channel of channels) this.#renew(channel, rules, hour);
    if (hour % 168 === 167) this.#monday(hour);
    for (const reader of this.#readers) if (reader.hour === hour % 24) this.#visit(reader);
  }

  #visit(reader: Reader): void {
    if (!this.#opens(reader.kept) && this.#chance.share() > FOUND) return;
    const shown = this.#shown(reader.channel);
    if (this.#opens(shown) || this.#opens(reader.kept)) reader.kept = shown;
  }

  /** Looks, decides and does as `watch --renew` does, once an hour. */
  #renew(channel: string, rules: NonNullable<Strategy['rules']>, hour: number): void {
    const now = hour * HOUR_MS;
    const listed = aliveIn(this.#book, channel).map(({ label, base }) => {
      const isOpen = this.#world.opens(base) && this.#chance.share() >= STUMBLES;
      const past = [
        ...(this.#looks.get(label) ?? []),
        { at: now, state: isOpen ? 'good' : 'blocked' } as const,
      ];
      this.#looks.set(label, past.slice(-rules.looks));
      return { label, base, past };
    });
    const plan = planRenewal(this.#book, channel, { rules, listed, now });
    for (const { label, state } of plan.burned)
      this.#book = burnName(this.#book, label, { now, why: state });
    this.#book = bringOut(
      this.#book,
      plan.brought.map(({ label }) => label),
      now,
    );
  }

  /** A person replaces one thing that died, and fills up what is in reserve. */
  #monday(hour: number): void {
    const isFixed = this.#strategy.rules === undefined;
    const own = (domain: string) =>
      this.#book.names.find(({ base }) => base.includes(`.${domain}/`));
    // Of a wildcard a person sees that a name which nobody was given does not open either.
    const isDead = (domain: string): boolean =>
      !this.#world.opens((isFixed && own(domain)?.base) || `https://any.${domain}/`);
    const dead = this.#domains.find(isDead);
    if (dead !== undefined) {
      this.#domains.splice(this.#domains.indexOf(dead), 1);
      const now = hour * HOUR_MS;
      for (const { label, base } of this.#book.names)
        if (base.includes(`.${dead}/`))
          this.#book = burnName(this.#book, label, { now, why: 'dead' });
      this.#addDomain(hour);
    }
    for (const domain of this.#domains) this.#fill(domain, hour);
    if (this.#strategy.rules === undefined)
      for (const channel of this.#strategy.channels) this.#bring(channel, KEPT, hour);
  }

  #addDomain(hour: number): void {
    const domain = `d${this.#chance.below(1e9)}.example`;
    this.#domains.push(domain);
    this.#world.servers.set(domain, domain);
    this.#fill(domain, hour);
  }

  #fill(domain: string, hour: number): void {
    const isFixed = this.#strategy.rules === undefined;
    const well = openWell(`https://*.${domain}/`);
    for (const channel of this.#strategy.channels) {
      const there = (isFixed ? this.#book.names : readyIn(this.#book, channel)).filter(({ base }) =>
        base.includes(`.${domain}/`),
      );
      const made = Array.from(
        { length: Math.max(0, (isFixed ? 1 : POOL) - there.length) },
        (): GivenName => {
          const label = makeLabel(
            'latin',
            (one) => this.#book.names.some((known) => known.label === one),
            this.#chance,
          );
          return { label, base: well.addressOf(label), channel, made: hour * HOUR_MS };
        },
      );
      this.#book = addNames(this.#book, made);
    }
  }

  #bring(channel: string, count: number, hour: number): void {
    const wanted = count - aliveIn(this.#book, channel).length;
    const ready = readyIn(this.#book, channel);
    const spread = ready.toSorted(
      (one, other) => (ready.indexOf(one) % POOL) - (ready.indexOf(other) % POOL),
    );
    const next = spread.slice(0, Math.max(0, wanted)).map(({ label }) => label);
    this.#book = bringOut(this.#book, next, hour * HOUR_MS);
  }

  #shown(channel: string): string[] {
    return aliveIn(this.#book, channel)
      .map(({ base }) => base)
      .slice(-KEPT);
  }

  #opens(bases: readonly string[]): boolean {
    return bases.some((base) => this.#world.opens(base));
  }
}

/**
 * Plays a month of an outlet and a censor several times.
 * @returns for each day the share of readers of whom an address opens, in the mean
 */
export function playMonth(strategy: Strategy, seeds: number): number[] {
  const months = Array.from({ length: seeds }, (_, seed) =>
    new Month(strategy, String(seed)).play(),
  );
  return Array.from(
    { length: DAYS },
    (_, day) => months.reduce((sum, month) => sum + (month[day] ?? 0), 0) / seeds,
  );
}
