import type { CollectionDeclaration } from '../collection.ts';
import type { EngineOpening } from '../engineOpening.ts';
import type { DocumentShape } from './documentShape.ts';
import type { MongoRead } from './filters.ts';
import type { DocumentCollection, DocumentModel } from './models.ts';

/** A question as it is sent, for tests that look at how it is answered. */
export interface AskedQuestion extends Pick<MongoRead, 'filter' | 'hint'> {
  readonly collection: string;
  readonly sort?: MongoRead['sort'];
}

/** Everything one collection is read and written with. */
export interface OpenedCollection<T> {
  readonly declaration: CollectionDeclaration<T>;
  /** For questions. */
  readonly model: DocumentModel;
  /** For everything else. */
  readonly documents: DocumentCollection;
  readonly shape: DocumentShape;
  readonly onQuestion?: ((question: AskedQuestion) => void) | undefined;
  readonly onUnreadable?: EngineOpening['onUnreadable'];
}
