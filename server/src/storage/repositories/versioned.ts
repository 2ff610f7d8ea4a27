import type { Versioned } from '../../ports/versioned.ts';
import type { Stored } from '../collection.ts';

export const versioned = <T>(stored: Stored<T> | null): Versioned<T> | null =>
  stored && { value: stored.document, revision: stored.revision };
