import type { DesignPerson } from '../domain/design/designPerson.ts';
import { designValues } from '../domain/fields/designValues.ts';
import type { FieldSettings } from '../domain/fields/fieldSettings.ts';
import { resolveFields } from '../domain/fields/resolveFields.ts';
import type { Watched } from '../domain/scope/selection.ts';
import type { ManagerProfile } from '../domain/supplement/supplement.ts';
import type { Teammate } from '../domain/teammate/teammate.ts';
import type { Repositories } from '../ports/repositories.ts';
import { photoPath } from './photoPath.ts';
import { noContainers, readContainers, type PersonContainers } from './memberships.ts';
import type { RenderDesk } from './signatureDesk.ts';

interface PersonSources {
  readonly manager: ManagerProfile | null;
  /** Hashes of photos; null where there is none. */
  readonly photo: string | null;
  readonly managerPhoto: string | null;
}

type SourceRepositories = Pick<Repositories, 'supplements' | 'teammates'>;

/** From our own data: an active manager as they are now, anybody else as they were seen last. */
export const readPersonSources = async (
  repositories: SourceRepositories,
  tenantId: string,
  teammateId: string,
): Promise<PersonSources> => {
  const own = await repositories.supplements.get(tenantId, teammateId);
  const photo = own?.photo?.hash ?? null;
  const managerId = own?.managerId ?? null;
  if (managerId === null) return { manager: null, photo, managerPhoto: null };
  return { photo, ...(await readManager(repositories, tenantId, managerId)) };
};

const readManager = async (
  { supplements, teammates }: SourceRepositories,
  tenantId: string,
  id: string,
): Promise<Pick<PersonSources, 'manager' | 'managerPhoto'>> => {
  const teammate = await teammates.get(tenantId, id);
  if (teammate?.status !== 'active') {
    const [kept] = await supplements.getManagers(tenantId, [id]);
    return { manager: kept ?? teammate?.profile ?? null, managerPhoto: null };
  }
  const beside = await supplements.get(tenantId, id);
  return { manager: teammate.profile, managerPhoto: beside?.photo?.hash ?? null };
};

interface PersonPlace {
  readonly publicUrl: string;
  readonly tenantId: string;
  readonly today: DesignPerson['today'];
  readonly containers: PersonContainers;
  readonly fields: FieldSettings;
}

/** A teammate as designs and rules see them. */
export const designPersonOf = (teammate: Teammate, sources: PersonSources, place: PersonPlace): DesignPerson => {
  const { publicUrl, tenantId, today, containers, fields } = place;
  const hashes = {
    person: [teammate.id, sources.photo],
    manager: [sources.manager?.id, sources.managerPhoto],
  } as const;
  return {
    id: teammate.id,
    values: designValues(resolveFields(teammate, sources.manager, { settings: fields })),
    ...containers,
    language: (teammate.profile.preferredLanguage ?? '').toLowerCase(),
    today,
    photoUrl: ({ of, shape, pixels }) => {
      const [id, hash] = hashes[of];
      return id === undefined || hash === null
        ? null
        : `${publicUrl}${photoPath({ tenantId, teammateId: id, hash, shape, pixels })}`;
    },
  };
};

interface PersonAsked {
  readonly teammate: Teammate;
  readonly today: DesignPerson['today'];
  /** The only groups and units that will be asked about; left out: any may be. */
  readonly asked?: Watched;
}

/** Everything about a teammate that designs and rules may ask. Who is in what is not read where nothing asks. */
export const readPerson = async (
  { repositories, publicUrl }: Pick<RenderDesk, 'repositories' | 'publicUrl'>,
  tenantId: string,
  { teammate, today, asked }: PersonAsked,
): Promise<DesignPerson> => {
  const asksNothing = asked !== undefined && asked.groups.length + asked.units.length === 0;
  const [{ value: fields }, sources, containers] = await Promise.all([
    repositories.fieldSettings.get(tenantId),
    readPersonSources(repositories, tenantId, teammate.id),
    asksNothing ? noContainers : readContainers(repositories, tenantId, teammate.id),
  ]);
  return designPersonOf(teammate, sources, { publicUrl, tenantId, today, containers, fields });
};
