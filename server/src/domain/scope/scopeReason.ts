import type { Picked } from './selection.ts';

/** Which pick brought a person in, with the chain of containers from the picked one down to the direct membership. */
export type InclusionReason =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'person' }
  | { readonly kind: 'group'; readonly chain: readonly Picked[] }
  | { readonly kind: 'unit'; readonly unit: Picked; readonly chain: readonly Picked[] };

/** What kept a person out although a pick covers them, or that no pick does. */
export type OmissionReason =
  | { readonly kind: 'notPicked' }
  | { readonly kind: 'excludedPerson' }
  | { readonly kind: 'excludedGroup'; readonly chain: readonly Picked[] }
  | { readonly kind: 'agent' }
  | { readonly kind: 'accountDisabled' }
  | { readonly kind: 'guest' }
  | { readonly kind: 'notGuest' }
  | { readonly kind: 'noMailbox' }
  | { readonly kind: 'otherDomain'; readonly domain: string }
  | { readonly kind: 'erased' }
  | { readonly kind: 'notInDirectory' };

export type ScopeVerdict =
  | { readonly inScope: true; readonly reasons: readonly InclusionReason[] }
  /** `despite` names the picks that would have brought the person in. */
  | { readonly inScope: false; readonly omission: OmissionReason; readonly despite: readonly InclusionReason[] };
