import { toValue, type Context, type FilterImplOptions, type Liquid } from 'liquidjs';
import type { DesignPerson } from '../designPerson.ts';

type Filter = Extract<FilterImplOptions, (...asked: never[]) => unknown>;
type Place = ThisParameterType<Filter>;

/** Whom HTML is being filled in for, by what all contexts of one filling share. */
const people = new WeakMap<Context['renderLimit'], DesignPerson>();

/** From here on filters in this context answer for this person. */
export const answerFor = ({ renderLimit }: Context, person: DesignPerson): void => {
  people.set(renderLimit, person);
};

/** Whom HTML is being filled in for. */
export const personIn = ({ renderLimit }: Pick<Context, 'renderLimit'>): DesignPerson | undefined =>
  people.get(renderLimit);

/**
 * Takes the clock, the time zone of the server and chance out of Liquid’s own filters: the same values have to give the
 * same bytes, and whoever keeps them has to know for how long they are true. So `now` is the day that the person is asked
 * for, in the zone that is named, and `sample` chooses by who it is for.
 */
export const registerDayFilters = (engine: Liquid): void => {
  const written = engine.filters['date'];
  if (typeof written !== 'function') throw new Error('Liquid has no filter for dates.');
  const write = openWrite(written);
  engine.registerFilter('date', function (value: unknown, format: unknown, zone: unknown) {
    return write(this, toValue(value), { format: toValue(format), zone: toValue(zone) });
  });
  const asWritten = (name: string, formatOf: (type: unknown, style: unknown) => string): void => {
    engine.registerFilter(name, function (value: unknown, type: unknown, style: unknown) {
      return write(this, toValue(value), { format: formatOf(toValue(type), toValue(style)), zone: undefined });
    });
  };
  asWritten('date_to_xmlschema', () => '%Y-%m-%dT%H:%M:%S%:z');
  asWritten('date_to_rfc822', () => '%a, %d %b %Y %H:%M:%S %z');
  asWritten('date_to_string', dayWith('%b'));
  asWritten('date_to_long_string', dayWith('%B'));
  engine.registerFilter('sample', function (value: unknown, count: unknown = 1) {
    return choose(this, toValue(value), toValue(count));
  });
};

const dayWith =
  (month: string) =>
  (type: unknown, style: unknown): string => {
    if (type !== 'ordinal') return `%d ${month} %Y`;
    return style === 'US' ? `${month} %-d%q, %Y` : `%-d%q ${month} %Y`;
  };

interface Wish {
  readonly format: unknown;
  readonly zone: unknown;
}

/** A day has no time. */
const usualForDays = '%A, %B %-e, %Y';

const openWrite =
  (written: Filter) =>
  (place: Place, value: unknown, { format, zone }: Wish): unknown => {
    if (value !== 'now' && value !== 'today') {
      return written.call(place, value, format, zone ?? (isInstant(value) ? 0 : undefined));
    }
    const person = personIn(place.context);
    if (person === undefined) return value;
    return written.call(place, `${person.today.date(zoneOf(zone))}T00:00:00Z`, format ?? usualForDays, 0);
  };

/** Whether a value says by itself which instant it is. Without a zone it is read and written in one and the same. */
const isInstant = (value: unknown): boolean =>
  typeof value === 'number' ||
  (typeof value === 'string' &&
    /^(?:\d+|\d{4}-\d\d(?:-\d\d)?|.{0,80}:\d\d(?:\.\d+)? ?(?:Z|[+-]\d\d:?\d\d|GMT|UTC))$/.test(value));

/** Liquid takes the name of a zone, or minutes as JavaScript counts them: those that it is behind UTC. */
const zoneOf = (zone: unknown): string => {
  if (typeof zone === 'string') return zone;
  if (typeof zone !== 'number') return 'UTC';
  const [sign, minutes] = zone > 0 ? ['-', zone] : ['+', -zone];
  const two = (count: number): string => String(Math.floor(count)).padStart(2, '0');
  return `${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
};

/** One for one person, always the same; people have different ones. */
const choose = ({ context }: Place, value: unknown, count: unknown): unknown => {
  if (value === undefined || value === null) return [];
  const all: readonly unknown[] = Array.isArray(value) ? value : [...String(value)];
  context.memoryLimit.use(all.length);
  const first = all.length === 0 ? 0 : numberOf(personIn(context)?.id ?? '') % all.length;
  const turned = [...all.slice(first), ...all.slice(0, first)];
  return count === 1 ? turned[0] : turned.slice(0, Number(count));
};

const numberOf = (id: string): number =>
  [...id].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003, 7);
