import type { CollectionDeclaration } from '../collection.ts';
import type { EngineOpening } from '../engineOpening.ts';
import type { DocumentShape } from './documentShape.ts';
import type { MongoRead } from './read/filters.ts';
import type { DocumentModel } from './models.ts';

/** A question as it is sent, for tests that look at how it is answered. */
export interface AskedQuestion extends Pick<MongoRead, 'filter' | 'hint'> {
  readonly collection: string;
  readonly sort?: MongoRead['sort'];
}

/** Everything one collection is read and written with. */
export interface OpenedCollection<T> {
  readonly declaration: CollectionDeclaration<T>;
  readonly model: DocumentModel;
  readonly shape: DocumentShape;
  /**
   * A word held by at most this many documents is looked up first and those are sorted; one held by more is met often
   * enough while walking the index in order. MongoDB's planner would guess, and keep its guess for the next word.
   */
  readonly fewDocuments: number;
  readonly onQuestion?: ((question: AskedQuestion) => void) | undefined;
  readonly onUnreadable?: EngineOpening['onUnreadable'];
}
