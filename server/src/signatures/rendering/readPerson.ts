import type { DesignPerson } from '../../domain/design/designPerson.ts';
import { countryOf } from '../../domain/fields/countryOf.ts';
import { designValues, mailboxValues } from '../../domain/fields/paths/designValues.ts';
import { withoutEnded } from '../../domain/fields/overrides/endedOverrides.ts';
import type { FieldSettings } from '../../domain/fields/fieldSettings.ts';
import { resolveFields } from '../../domain/fields/resolveFields.ts';
import type { Watched } from '../../domain/scope/selection.ts';
import type { Enrichment, ManagerProfile } from '../../domain/enrichment/enrichment.ts';
import type { KnownManager, ManagerRules } from '../../domain/fields/readManager.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { photoPath } from '../images/photoPath.ts';
import { findManager } from './findManager.ts';
import { noContainers, openContainers, type PersonContainers } from '../assignments/memberships.ts';
import type { RenderDesk } from '../signatureDesk.ts';

interface PersonSources {
  readonly manager: KnownManager | null;
  /** Hashes of photos; null where there is none. */
  readonly photo: string | null;
  readonly managerPhoto: string | null;
}

/** Of somebody of whom none is asked for. */
export const noSources: PersonSources = { manager: null, photo: null, managerPhoto: null };

type SourceRepositories = Pick<Repositories, 'enrichments' | 'teammates'>;

interface SourcesAsked {
  readonly tenantId: string;
  readonly teammateId: string;
}

/** From our own data: an active manager as they are now, anybody else as they were seen last. */
export const readPersonSources = async (
  repositories: SourceRepositories,
  { tenantId, teammateId }: SourcesAsked,
  rules: ManagerRules,
): Promise<PersonSources> => {
  const photoOf = (enrichment: Enrichment | null): string | null => enrichment?.photo?.hash ?? null;
  const own = await repositories.enrichments.get(tenantId, teammateId);
  const manager = await findManager(repositories, { tenantId, managerId: own?.managerId ?? null }, rules);
  const photo = photoOf(own);
  // Faces are shown of active teammates alone.
  if (manager === null || !manager.isTeammate) return { manager, photo, managerPhoto: null };
  return { manager, photo, managerPhoto: photoOf(await repositories.enrichments.get(tenantId, manager.id)) };
};

interface PersonPlace {
  /** Whose mailbox they write from, where it is another's. */
  readonly mailbox?: Teammate | null;
  readonly publicUrl: string;
  readonly tenantId: string;
  readonly today: DesignPerson['today'];
  readonly containers: PersonContainers;
  readonly fields: FieldSettings;
}

/** A teammate as designs and rules see them. */
export const designPersonOf = (teammate: Teammate, sources: PersonSources, place: PersonPlace): DesignPerson => {
  const { publicUrl, tenantId, today, containers, fields, mailbox = null } = place;
  const known = (of: Teammate, manager: ManagerProfile | null) =>
    resolveFields(withoutEnded(of, today.date), manager, { settings: fields });
  const own = known(teammate, sources.manager);
  const others = mailbox === null ? null : known(mailbox, null);
  const hashes = {
    person: [teammate.id, sources.photo],
    manager: [sources.manager?.id, sources.managerPhoto],
  } as const;
  return {
    id: teammate.id,
    values: { ...designValues(own), ...(others === null ? {} : mailboxValues(others)) },
    countries: {
      person: countryOf(own),
      manager: sources.manager?.country ?? '',
      ...(others === null ? {} : { mailbox: countryOf(others) }),
    },
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

interface PeopleAsked {
  readonly today: DesignPerson['today'];
  /** The only groups and units that will be asked about; left out: any may be. */
  readonly asked?: Watched;
  /** Whose mailbox is written from, where it is another's. */
  readonly mailbox?: Teammate | null;
  /** False: nothing asks about managers and photos, which takes questions for each person. */
  readonly withManagers?: boolean;
}

type ReaderDesk = Pick<RenderDesk, 'repositories' | 'publicUrl'>;

/**
 * Tells of one teammate after the other everything that designs and rules may ask. What is the same for all of them is
 * read once, and who is in what not at all where nothing asks.
 */
export const openPersonReader = async (
  { repositories, publicUrl }: ReaderDesk,
  tenantId: string,
  { today, asked, mailbox = null, withManagers = true }: PeopleAsked,
): Promise<(teammate: Teammate) => Promise<DesignPerson>> => {
  const asksNothing = asked !== undefined && asked.groups.length + asked.units.length === 0;
  const [{ value: fields }, containersOfPerson] = await Promise.all([
    repositories.fieldSettings.get(tenantId),
    asksNothing ? () => Promise.resolve(noContainers) : openContainers(repositories, tenantId),
  ]);
  const rules = { settings: fields, today: today.date };
  return async (teammate) => {
    const [sources, containers] = await Promise.all([
      withManagers ? readPersonSources(repositories, { tenantId, teammateId: teammate.id }, rules) : noSources,
      containersOfPerson(teammate.id),
    ]);
    return designPersonOf(teammate, sources, { publicUrl, tenantId, today, containers, fields, mailbox });
  };
};

/** One of them. */
export const readPerson = async (
  desk: ReaderDesk,
  tenantId: string,
  { teammate, ...about }: PeopleAsked & { readonly teammate: Teammate },
): Promise<DesignPerson> => {
  const read = await openPersonReader(desk, tenantId, about);
  return read(teammate);
};
