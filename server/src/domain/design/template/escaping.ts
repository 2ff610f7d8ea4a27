import { CaptureTag, type Context, type Liquid } from 'liquidjs';
import { limitExceeded } from './limits.ts';
import { inTemplate } from './templateValue.ts';

/**
 * So long may be what is written, captured or not, before anybody looks at it: what people get is a fifth of it at most. It would else
 * be escaped, parsed and cleaned at whatever length a loop gives it. Characters.
 */
const mostWritten = 150_000;

const requireShort = (length: number): void => {
  if (length > mostWritten) throw limitExceeded('output');
};

/** What all contexts of one filling share: how many captures are being written, and how much was escaped. */
interface Filling {
  captures: number;
  escaped: number;
}

const fillings = new WeakMap<Context['renderLimit'], Filling>();

const fillingOf = ({ renderLimit }: Context): Filling => {
  const filling = fillings.get(renderLimit) ?? { captures: 0, escaped: 0 };
  fillings.set(renderLimit, filling);
  return filling;
};

/** A filled template, unless it is too long. */
export const asWritten = (filled: unknown): string => {
  const html = String(filled);
  requireShort(html.length);
  return html;
};

/**
 * What stands in a capture is kept as it is and escaped where it is written, as every value is: escaped here too, people
 * read `O&#39;Brien`, and `R&D` is not equal to itself.
 */
class Capture extends CaptureTag {
  override *render(context: Context): Generator<unknown, void, string> {
    const filling = fillingOf(context);
    filling.captures += 1;
    yield* super.render(context);
    filling.captures -= 1;
    asWritten((context.bottom() as Readonly<Record<string, unknown>>)[this.variable]);
  }
}

/** Liquid calls it for whatever a template writes. */
export function outputEscape(this: { readonly context: Context }, value: unknown): string {
  const words = String(value ?? '');
  const filling = fillingOf(this.context);
  filling.escaped += words.length;
  requireShort(filling.escaped);
  return filling.captures > 0 ? words : inTemplate(words);
}

/** All that is written is escaped once: Liquid’s own filters would do so a second time, or let a value through as it is. */
export const registerEscaping = (engine: Liquid): void => {
  engine.registerTag('capture', Capture);
  for (const name of ['raw', 'escape', 'escape_once', 'xml_escape'])
    engine.registerFilter(name, (value: unknown) => value);
};
