import { Drop } from 'liquidjs';
import type { DesignPerson } from '../designPerson.ts';

/** Beside the countries, since a template can call whatever a drop has. */
const read = new WeakMap<CountryToRead, string>();

/** A country that is not shown, or by other words, and by which phones are read all the same. */
class CountryToRead extends Drop {
  readonly #shown: string | undefined;

  constructor(shown: string | undefined, country: string) {
    super();
    this.#shown = shown;
    read.set(this, country);
  }

  override valueOf(): string | undefined {
    return this.#shown;
  }

  override toString(): string {
    return this.#shown ?? '';
  }
}

/** The country that a filter is given. */
export const countryIn = (value: unknown): string => {
  if (value instanceof CountryToRead) return read.get(value) ?? '';
  return typeof value === 'string' ? value : '';
};

export interface Scope {
  [name: string]: Scope | CountryToRead | string;
}

/** What a template finds: `person.jobTitle` as `{ person: { jobTitle } }`. */
export const scopeOf = ({ values, countries = {} }: DesignPerson): Record<string, Scope> => {
  const scope: Record<string, Scope> = { person: {}, manager: {}, mailbox: {} };
  // To Liquid an empty text is something.
  for (const [path, value] of Object.entries(values)) if (value !== '') put(scope, path, value);
  for (const [owner, country] of Object.entries(countries)) {
    const shown = values[`${owner}.country`];
    if (country !== (shown ?? '')) put(scope, `${owner}.country`, new CountryToRead(shown, country));
  }
  return scope;
};

const put = (scope: Scope, path: string, value: CountryToRead | string): void => {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let place = scope;
  for (const name of names) {
    const next = Object.hasOwn(place, name) ? place[name] : undefined;
    place = isScope(next) ? next : (place[name] = {});
  }
  place[last] = value;
};

const isScope = (value: Scope[string] | undefined): value is Scope =>
  typeof value === 'object' && !(value instanceof CountryToRead);
