import { z } from 'zod';
import { DirectoryError } from '../../domain/errors.ts';
import { readBounded } from '../../ports/readBounded.ts';

/** How MSAL is told about an authority. */
export interface MsalAuthority {
  readonly authority: string;
  readonly knownAuthorities: string[];
  readonly authorityMetadata?: string;
  readonly cloudDiscoveryMetadata?: string;
}

/** MSAL takes https authorities only; this name stands in for a loopback one and is never looked up. */
const standInHost = 'login.demo.invalid';

/** It has about two kilobytes. */
const largestAnswer = 64 * 1024;

const discoverySchema = z.looseObject({ issuer: z.string(), token_endpoint: z.string() });

/**
 * Options with which MSAL signs in at this authority. Microsoft's own needs nothing more; one over plain http on
 * loopback (a demo, a test) is handed over as metadata, because MSAL refuses to fetch it.
 */
export const describeAuthority = async (entraAuthority: string, tenant: string): Promise<MsalAuthority> => {
  const base = new URL(entraAuthority);
  if (base.protocol === 'https:') {
    return {
      authority: `${base.origin}/${tenant}`,
      knownAuthorities: base.host === 'login.microsoftonline.com' ? [] : [base.host],
    };
  }
  return {
    authority: `https://${standInHost}/${tenant}`,
    knownAuthorities: [standInHost],
    authorityMetadata: JSON.stringify(
      await readDiscovery(`${base.origin}/${tenant}/v2.0/.well-known/openid-configuration`),
    ),
    cloudDiscoveryMetadata: JSON.stringify({
      tenant_discovery_endpoint: `https://${standInHost}/${tenant}/v2.0/.well-known/openid-configuration`,
      metadata: [{ preferred_network: standInHost, preferred_cache: standInHost, aliases: [standInHost] }],
    }),
  };
};

const readDiscovery = async (url: string): Promise<unknown> => {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(10_000) });
    return discoverySchema.parse(JSON.parse(await readBounded(response, largestAnswer)));
  } catch (cause) {
    throw new DirectoryError(
      'entra-unavailable',
      'Microsoft Entra cannot be reached. Check the network and ENTRA_AUTHORITY.',
      { cause },
    );
  }
};
