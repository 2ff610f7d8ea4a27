import type { StandInHappening } from '../../office/standIn/standInMail.ts';
import { answer, type Serve } from './classicRuntime.ts';

/** For a mail with a signature of ours in it, and for one without. */
export const FILLED_MS = 2500;
export const EMPTY_MS = 20_000;

export const first = { hash: 'h1', html: '<table><tr><td>Noor</td></tr></table>', text: 'Noor' };
export const second = {
  hash: 'h2',
  html: '<table><tr><td>Noor, Head of Design</td></tr></table>',
  text: 'Noor, Head of Design',
};

export const serving =
  (signature: typeof first): Serve =>
  (request) =>
    Promise.resolve(
      request.headers['If-None-Match'] === `"${signature.hash}"`
        ? answer(304, null, `"${signature.hash}"`)
        : answer(200, signature, `"${signature.hash}"`),
    );

export const lastSet = ({ happenings }: { readonly happenings: readonly StandInHappening[] }) =>
  happenings.filter(({ kind }) => kind !== 'clientSignatureDisabled').at(-1);

/** Answers after so many milliseconds on the virtual clock. */
export const after =
  (milliseconds: number, serve: Serve): Serve =>
  (request, clock) =>
    new Promise((resolve) => clock.setTimeout(() => resolve(serve(request, clock)), milliseconds));

export const gone: Serve = () => Promise.resolve(answer(404, { code: 'not-a-teammate' }));
export const never = (): Promise<never> => new Promise(() => undefined);

/** Server behaviour that can be changed between two mails of one runtime. */
export function switchable(start: Serve) {
  let current = start;
  return { serve: ((request, clock) => current(request, clock)) as Serve, to: (next: Serve) => void (current = next) };
}
