import { endpoints } from '../../../contract/endpoints.ts';
import { RequestError } from '../../../domain/errors.ts';
import { erasePerson } from '../../../sync/privacy/erasePerson.ts';
import { readmitPerson } from '../../../sync/privacy/readmitPerson.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { openConnectedDirectory } from '../../tenantConnection.ts';

export const mountPrivacyRoutes = (mount: Mount, options: ApiOptions): void => {
  const { repositories, clock } = options;
  const { personalData } = repositories;

  mount(endpoints.getPrivacy, async ({ actor }) => ({ erased: await personalData.countErased(actor.tenantId) }));

  mount(endpoints.exportPerson, async ({ actor, params }) => {
    const found = await personalData.read(actor.tenantId, params.id);
    if (found === null) throw new RequestError(404, 'not-found', 'Nothing is kept about anybody with this id.');
    const { records, mentions } = found;
    const named = Object.entries(records).map(([name, documents]) => [name, [...documents]]);
    return {
      personId: params.id,
      exportedAt: clock.now().toISOString(),
      records: Object.fromEntries(named) as Record<string, unknown[]>,
      mentions: [...mentions],
    };
  });

  mount(endpoints.erasePerson, async ({ actor, params }) => {
    const report = await erasePerson(options, actor.tenantId, params.id);
    return { ...report, rules: [...report.rules] };
  });

  mount(endpoints.eraseTenant, async ({ actor, body }) => {
    const { tenantId, userId } = actor;
    const name = (await repositories.connections.get(tenantId))?.value.organization?.displayName ?? '';
    if (!isNamed(body.tenant, [name, tenantId])) throw notThisTenant();
    options.logger.info({ msg: 'erasing a tenant was asked for', tenantId, by: userId });
    await repositories.tenantErasures.mark({ tenantId, at: clock.now().toISOString() });
    options.work.noticeErasure(tenantId);
    return undefined;
  });

  mount(endpoints.readmitPerson, async ({ actor, params }) => {
    const directory = await openConnectedDirectory(options, actor.tenantId);
    await readmitPerson({ ...options, directory }, actor.tenantId, params.id);
    return undefined;
  });
};

const isNamed = (typed: string, names: readonly string[]): boolean => {
  const plain = (text: string): string => text.trim().toLowerCase();
  return plain(typed) !== '' && names.some((name) => plain(name) === plain(typed));
};

const notThisTenant = (): RequestError =>
  new RequestError(
    400,
    'wrong-tenant-name',
    'This is not the name of your organization, as the Connect page shows it, nor your tenant id. Nothing was erased.',
  );
