import { permissionToRead } from '../../domain/connection/connection.ts';
import type { Watched } from '../../domain/scope/selection.ts';
import type { RenderDesk } from '../signatureDesk.ts';

/** Those in which nobody counts as a member for now, and why. */
interface Unread {
  readonly gone: string[];
  readonly notRead: string[];
  readonly notPermitted: string[];
}

/** Which of these the last sync did not read or found to be gone, and which none will, since the permission is missing. */
export const findUnread = async (
  { repositories }: RenderDesk,
  tenantId: string,
  { groups, units }: Watched,
): Promise<Unread> => {
  const [checkpoint, connection] = await Promise.all([
    repositories.checkpoints.get(tenantId),
    repositories.connections.get(tenantId),
  ]);
  const head = checkpoint && (await repositories.snapshots.getHead(tenantId, checkpoint.snapshotId));
  const known = new Map(
    (head?.tasks ?? []).flatMap(({ source, done, gone }) =>
      source.kind === 'members' && done ? [[source.id, gone ? 'gone' : 'read'] as const] : [],
    ),
  );
  const granted = connection?.value.grantedPermissions ?? [];
  const isUnread = (id: string): boolean => known.get(id) !== 'read';
  const refused = [
    ...(granted.includes(permissionToRead.groups) ? [] : groups),
    ...(granted.includes(permissionToRead.units) ? [] : units),
  ];
  const asked = [...groups, ...units];
  return {
    gone: asked.filter((id) => known.get(id) === 'gone'),
    notRead: asked.filter(isUnread),
    notPermitted: refused.filter(isUnread),
  };
};
