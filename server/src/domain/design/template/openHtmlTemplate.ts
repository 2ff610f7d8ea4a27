import { Context, Liquid, LiquidError, type Template } from 'liquidjs';
import { TemplateError } from '../../errors.ts';
import { addressLine } from '../../signature/formatAddress.ts';
import { formatPhone, phoneLink } from '../../signature/formatPhone.ts';
import { mailLink } from '../../signature/mailLink.ts';
import { webLink } from '../../signature/webLink.ts';
import { sanitizeSignature } from '../../signature/sanitizeSignature.ts';
import type { DesignPerson } from '../designPerson.ts';
import { answerFor, registerDayFilters } from './dayFilters.ts';
import { registerCaseFilters } from './caseFilters.ts';
import { Case } from './caseTag.ts';
import { operators } from './comparing.ts';
import { asWritten, outputEscape, registerEscaping } from './escaping.ts';
import { inlineStyles } from './inlineStyles.ts';
import { isLimit, limitExceeded } from './limits.ts';
import { isolated } from './templateValue.ts';
import { plainText } from './plainText.ts';
import { countryIn, scopeOf } from './templateScope.ts';
import { withoutLooseCells } from './withoutLooseCells.ts';

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

const openEngine = (): Liquid => {
  // Values are people's own words: escaped always. No file system, no inherited properties, bounded work.
  const engine = new Liquid({
    outputEscape,
    operators,
    ownPropertyOnly: true,
    relativeReference: false,
    templates: {},
    parseLimit: 100_000,
    memoryLimit: 1_000_000,
    // Names of months: those of the server's own language would differ from one to the other.
    locale: 'en-US',
  });
  engine.registerTag('case', Case);
  registerEscaping(engine);
  registerDayFilters(engine);
  registerCaseFilters(engine);
  engine.registerFilter('phone', (number: unknown, country: unknown) =>
    formatPhone(asText(number), countryIn(country)),
  );
  engine.registerFilter('tel', (number: unknown, country: unknown) => phoneLink(asText(number), countryIn(country)));
  engine.registerFilter('mailto', (address: unknown) => mailLink(asText(address)));
  engine.registerFilter('web', (address: unknown) => webLink(asText(address)));
  engine.registerFilter('address', (...parts: unknown[]) => {
    const [streetAddress = '', postalCode = '', city = '', state = '', country = ''] = parts.map(countryIn);
    return addressLine({ streetAddress, postalCode, city, state, country });
  });
  return engine;
};

const engine = openEngine();

export interface FilledHtml {
  readonly html: string;
  /** With isolates; see `mailText`. */
  readonly text: string;
}

/**
 * An expert's HTML with Liquid, parsed once. Values are text and never template; styles are inlined and everything that
 * is not allowed in a signature is taken out after filling. Throws TemplateError `template-invalid` with `line`,
 * `column` and `reason`, `template-limit` or `template-include` with the same, when it is opened or when it is filled.
 */
export const openHtmlTemplate = (html: string): ((person: DesignPerson) => FilledHtml) => {
  const templates = refusing(() => engine.parse(html));
  return (person) => {
    const { html: clean, text } = refusing(() => cleaned(styled(fill(templates, person))));
    return text === '' && !clean.includes('<img') ? { html: '', text: '' } : { html: clean, text };
  };
};

const cleaned = (filled: string): FilledHtml => {
  const html = isolated(withoutLooseCells(sanitizeSignature(filled))).trim();
  return { html, text: plainText(html) };
};

const styled = (filled: string): string => {
  const html = inlineStyles(filled);
  if (html === null) throw limitExceeded('style');
  return html;
};

/** How many words, fields and conditions are written for one signature, which has some hundreds; loops repeat them. */
const mostSteps = 20_000;

const fill = (templates: Template[], person: DesignPerson): string => {
  const scope = scopeOf(person);
  const context = new Context({ ...scope['person'], ...scope }, engine.options, { sync: true }, { liquid: engine });
  answerFor(context, person);
  let steps = 0;
  // Counted, since Liquid's own limit is a time: it would refuse what is right while the machine is busy.
  context.renderLimit.check = () => {
    steps += 1;
    if (steps > mostSteps) throw limitExceeded('render');
  };
  return asWritten(engine.renderSync(templates, context));
};

const refusing = <T>(work: () => T): T => {
  try {
    return work();
  } catch (cause) {
    const [line, column] = cause instanceof LiquidError ? cause.token.getPosition() : [];
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '').replace(/, line:\d.*$/, '') : '';
    const place = line === undefined || column === undefined ? {} : { line, column };
    const { code, message } = refusalOf(reason);
    throw new TemplateError(code, message, { cause, values: { ...place, reason } });
  }
};

/** In words of ours where the engine's own say nothing to whoever wrote the HTML. */
const refusalOf = (reason: string): { readonly code: string; readonly message: string } => {
  if (isLimit(reason))
    return {
      code: 'template-limit',
      message: 'This HTML cannot be filled in: its loops or style sheets take too long.',
    };
  if (/ENOENT/.test(reason))
    return { code: 'template-include', message: 'This HTML cannot be filled in: it includes another template.' };
  return { code: 'template-invalid', message: `This HTML cannot be filled in: ${reason}` };
};

const namespaces: ReadonlySet<unknown> = new Set(['person', 'manager', 'mailbox']);

/** Paths of the fields that HTML asks for, as far as they can be told without filling it; none of HTML that cannot be read. */
export const fieldsInHtml = (html: string): readonly string[] => {
  try {
    const asked = engine.globalVariableSegmentsSync(engine.parse(html), { partials: false });
    const paths = asked.map(([first, ...rest]) => pathIn(namespaces.has(first) ? [first, ...rest] : ['person', first]));
    return [...new Set(paths.filter((path) => path !== null))];
  } catch {
    return [];
  }
};

const pathIn = (names: readonly unknown[]): string | null => {
  const own = names.slice(0, names[1] === 'custom' ? 3 : 2);
  return own.length > 1 && own.every((name) => typeof name === 'string') ? own.join('.') : null;
};
