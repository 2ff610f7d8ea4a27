import type { Meter } from '../ports/telemetry/meter.ts';
import type { BackgroundWork } from '../sync/backgroundWork.ts';

/** What the worker is told. */
export type Told =
  | {
      [Name in keyof BackgroundWork]: { readonly tell: Name; readonly given: Parameters<BackgroundWork[Name]> };
    }[keyof BackgroundWork]
  | { readonly tell: 'stop'; readonly given: readonly [] };

/** What the worker says. */
export type Said = { readonly said: 'running' } | { readonly said: 'counted'; readonly counted: Counted };

/** One call of the meter. */
export type Counted = {
  [Name in keyof Meter]: { readonly name: Name; readonly given: Parameters<Meter[Name]> };
}[keyof Meter];
