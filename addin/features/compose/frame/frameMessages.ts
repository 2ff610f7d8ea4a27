import type { StandInHappening, StandInMail } from '../../../office/standIn/standInMail.ts';

/** The events of manifest.xml a person can cause in the preview. */
export type LaunchEventName = 'onNewMessageCompose' | 'onMessageFromChanged';

/** What the pane asks of the frame that plays Outlook. */
export type ToFrame =
  | { readonly type: 'start'; readonly runId: number; readonly event: LaunchEventName; readonly mail: StandInMail }
  | { readonly type: 'token'; readonly requestId: string; readonly token: string | null };

const unseen = ['insertedAtCursor', 'imageAttached', 'imageRemoved', 'noticeRemoved'] as const;
type Unseen = (typeof unseen)[number];

/** What the mail of the preview takes: it has a place for signatures, and shows images from where they are. */
type ShownHappening = Exclude<StandInHappening, { readonly kind: Unseen }>;

export const isShown = (happening: StandInHappening): happening is ShownHappening =>
  !unseen.some((kind) => kind === happening.kind);

/** One thing that happened while the handler ran. */
export type Step =
  | { readonly kind: 'fired'; readonly event: LaunchEventName }
  | { readonly kind: 'token'; readonly given: boolean }
  /** `status` null: nobody answered. `code` is the problem's, where the answer is one. */
  | { readonly kind: 'request'; readonly status: number | null; readonly code: string | null }
  | { readonly kind: 'completed' }
  | ShownHappening;

/** A step and the milliseconds since the event was fired. */
export type TimedStep = Step & { readonly ms: number };

export type FromFrame =
  | { readonly type: 'ready' }
  /** The built handler could not be loaded. */
  | { readonly type: 'broken' }
  | { readonly type: 'needToken'; readonly requestId: string }
  | { readonly type: 'step'; readonly runId: number; readonly step: TimedStep };

/** What the pane posts to the frame, together with the port all further messages use. */
export const CONNECT = 'undersign-compose-connect';
