import type { DesignContext } from '../designPerson.ts';

const tags = /<img\b[^>]*>/g;
/** How HTML names an uploaded image: by its id, so that it outlives the address of the server. */
const named = /\ssrc="cid:([0-9a-f]{64})"/;

const idIn = (tag: string): string | null => named.exec(tag)?.[1] ?? null;

/** Ids of the uploaded images that HTML shows. */
export const ownImagesIn = (html: string): readonly string[] =>
  [...html.matchAll(tags)].flatMap(([tag]) => idIn(tag) ?? []);

/** Gives uploaded images their addresses; one that is gone is left out. */
export const withOwnImages = (html: string, image: DesignContext['image']): string =>
  html.replace(tags, (tag) => {
    const id = idIn(tag);
    if (id === null) return tag;
    const found = image(id);
    return found === null ? '' : tag.replace(named, ` src="${found.url}"`);
  });
