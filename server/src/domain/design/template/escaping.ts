import { CaptureTag, type Context, type Liquid } from 'liquidjs';
import { inTemplate } from './templateValue.ts';

/** How many captures are being written, by what all contexts of one filling share. */
const captures = new WeakMap<Context['renderLimit'], number>();

/**
 * What stands in a capture is kept as it is and escaped where it is written, as every value is: escaped here too, people
 * read `O&#39;Brien`, and `R&D` is not equal to itself.
 */
class Capture extends CaptureTag {
  override *render(context: Context): Generator<unknown, void, string> {
    const { renderLimit } = context;
    const around = captures.get(renderLimit) ?? 0;
    captures.set(renderLimit, around + 1);
    yield* super.render(context);
    captures.set(renderLimit, around);
  }
}

/** Liquid calls it for whatever a template writes. */
export function outputEscape(this: { readonly context: Context }, value: unknown): string {
  const words = String(value ?? '');
  const isCaptured = (captures.get(this.context.renderLimit) ?? 0) > 0;
  return isCaptured ? words : inTemplate(words);
}

/** All that is written is escaped once: Liquid’s own filters would do so a second time, or let a value through as it is. */
export const registerEscaping = (engine: Liquid): void => {
  engine.registerTag('capture', Capture);
  for (const name of ['raw', 'escape', 'escape_once', 'xml_escape'])
    engine.registerFilter(name, (value: unknown) => value);
};
