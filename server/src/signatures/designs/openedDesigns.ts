import type { RenderDesign } from '../../domain/design/openDesign.ts';

export interface OpenedDesign {
  readonly render: RenderDesign;
  /** Ids of the images it would show if they were there. */
  readonly missing: readonly string[];
}

/** Designs that were prepared lately, by what they consist of: another content is another key, so nothing grows old. */
export interface OpenedDesigns {
  get(key: string, open: () => Promise<OpenedDesign>): Promise<OpenedDesign>;
}

/** So many designs are in use at once in any one installation; a prepared one takes some hundred kilobytes at most. */
const most = 200;

export const openedDesigns = (): OpenedDesigns => {
  const kept = new Map<string, Promise<OpenedDesign>>();
  return {
    get: (key, open) => {
      const known = kept.get(key);
      if (known !== undefined) {
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      const opened = open().catch((error: unknown) => {
        kept.delete(key);
        throw error;
      });
      kept.set(key, opened);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return opened;
    },
  };
};
