import { z } from 'zod';
import type { UnreadableElement } from '../domain/directory/unreadableElement.ts';

export interface Readable<T> {
  readonly items: readonly T[];
  readonly unreadable: readonly UnreadableElement[];
}

const identified = z.looseObject({ id: z.string() });

/** Converts each element on its own: one that cannot be read costs that one and is named, by id where it has one. */
export const readableElements = <T>(elements: readonly unknown[], convert: (element: unknown) => T): Readable<T> => {
  const items: T[] = [];
  const unreadable: UnreadableElement[] = [];
  for (const element of elements) {
    try {
      items.push(convert(element));
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      const { data } = identified.safeParse(element);
      const property = String(error.issues[0]?.path[0] ?? '');
      unreadable.push({ id: data?.id.toLowerCase() ?? null, property, listing: null });
    }
  }
  return { items, unreadable };
};
