import type { EntraWorld } from '../entraWorld.ts';

/** Somebody's browser asks for a page. */
export interface PageRequest {
  world: EntraWorld;
  tenant: string;
  /** Path and query of this request: where a sign-in in between returns to. */
  address: string;
  parameters: ReadonlyMap<string, string>;
  cookies: string | undefined;
}
