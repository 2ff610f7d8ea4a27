import { randomUUID } from 'node:crypto';
import type { FaultEffect } from './faults.ts';
import { withForeignLink } from './sendReply.ts';

/** The answer as the faults leave it: with links elsewhere, with one object that cannot be read, or no page at all. */
export function spoilBody(body: object, effects: readonly FaultEffect[], address: string): object {
  return effects.reduce((spoilt, effect) => spoilOnce(spoilt, effect, address), body);
}

function spoilOnce(body: object, effect: FaultEffect, address: string): object {
  switch (effect.kind) {
    case 'foreignLink':
      return withForeignLink(body, effect.host);
    case 'noPage':
      return { value: 'unreadable' };
    case 'circle':
      return withLinkTo(body, effect.newLinks ? `${address}#${randomUUID()}` : address);
    case 'spoil':
      return withSpoiltObject(body, effect);
    default:
      return body;
  }
}

/** What is behind a # stays with the client, so such a link is another one and leads to the same page. */
function withLinkTo(body: object, address: string): object {
  if (!('value' in body)) return body;
  const page: Record<string, unknown> = { ...body, '@odata.nextLink': address };
  delete page['@odata.deltaLink'];
  return page;
}

function withSpoiltObject(body: object, { property, id, value }: Extract<FaultEffect, { kind: 'spoil' }>): object {
  const page = body as { value?: unknown; id?: string };
  const spoil = (object: object): object => ({ ...object, [property]: value });
  if (!Array.isArray(page.value)) return id === undefined || page.id === id ? spoil(body) : body;
  const objects = page.value as { id: string }[];
  const at = id === undefined ? 0 : objects.findIndex((object) => object.id === id);
  return { ...body, value: objects.map((object, index) => (index === at ? spoil(object) : object)) };
}
