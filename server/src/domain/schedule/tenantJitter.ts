/**
 * A number from 0 up to `span` that is always the same for a tenant, so that thousands of tenants are spread over a
 * while without anybody keeping a list. FNV-1a, 32 bits.
 */
export const tenantJitter = (tenantId: string, span: number): number => {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(tenantId)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash % span;
};
