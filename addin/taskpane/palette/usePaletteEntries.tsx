import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useConnection } from '../../api/manage/connectionApi.ts';
import { useDirectoryGroups } from '../../api/people/directoryApi.ts';
import { useStartPreview, useStartSync } from '../../api/sync/runsApi.ts';
import { useSyncStatus } from '../../api/sync/syncApi.ts';
import { useSignatures } from '../../api/signatures/signatureListApi.ts';
import { useTeammates } from '../../api/people/teammatesApi.ts';
import {
  EyeRegular,
  PeopleTeamRegular,
  PersonClockRegular,
  PersonRegular,
  RocketRegular,
  SignatureRegular,
} from '../../ui/icons.ts';
import { tenantState } from '../../ui/tenantState.ts';
import { placesFor } from '../navigation/navigation.ts';
import { placeIcons } from '../navigation/placeIcons.tsx';
import { fitting } from './matches.ts';

export interface PaletteEntry {
  readonly id: string;
  readonly kind: 'page' | 'action' | 'person' | 'signature' | 'group';
  readonly text: string;
  readonly below?: string | undefined;
  readonly icon: ReactElement;
  readonly run: () => void;
}

/** A handful of each kind: whoever needs more of them has the list itself. */
const most = 6;

function usePages(): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const { role } = useSession();
  const navigate = useNavigate();
  const entry = (text: string, path: string, icon: ReactElement): PaletteEntry => ({
    ...{ id: `page ${path}`, kind: 'page', text, icon },
    run: () => void navigate(path),
  });
  return [
    ...placesFor(role).map(({ name, path }) => entry(t(`nav.${name}`), path, placeIcons[name])),
    entry(t('sync:held.title'), '/sync/held', <PersonClockRegular />),
  ];
}

/** What can be done from anywhere, as far as it can be done now. */
function useActions(): readonly PaletteEntry[] {
  const { t } = useTranslation('sync');
  const isAdmin = useSession().role === 'admin';
  const navigate = useNavigate();
  const preview = useStartPreview();
  const sync = useStartSync();
  const status = useSyncStatus();
  const connection = useConnection();
  const state = status.data && connection.data && tenantState(status.data, connection.data);
  const canStart = state === 'active' || state === 'paused' || state === 'failing' || state === 'waiting';
  if (!isAdmin || !canStart || status.data?.activeRunId !== null) return [];
  // The palette is closed when the answer comes, so nothing of it can be waited for there.
  const open = ({ id }: { id: string }) => void navigate(`/sync/runs/${id}`);
  // Why it did not begin stands on the page of the sync.
  const toSync = () => void navigate('/sync');
  return [
    {
      ...{ id: 'preview', kind: 'action', text: t('start.preview'), icon: <EyeRegular /> },
      run: () => void preview.mutateAsync(null).then(open, toSync),
    },
    {
      ...{ id: 'sync', kind: 'action', text: t('start.sync'), icon: <RocketRegular /> },
      run: () => void sync.mutateAsync({ mode: 'refresh', approvedDepartures: 0 }).then(open, toSync),
    },
  ];
}

function usePeople(search: string): { entries: readonly PaletteEntry[]; isLoading: boolean } {
  const navigate = useNavigate();
  const query = useTeammates({ search, status: undefined, enabled: search !== '' });
  const found = search === '' ? [] : (query.data?.pages[0]?.items ?? []);
  return {
    isLoading: query.isFetching,
    entries: found.slice(0, most).map((person) => ({
      ...{ id: `person ${person.id}`, kind: 'person', text: person.displayName, icon: <PersonRegular /> },
      below: person.mail ?? person.userPrincipalName,
      run: () => void navigate(`/teammates/${person.id}`),
    })),
  };
}

function useSignatureEntries(typed: string): readonly PaletteEntry[] {
  const navigate = useNavigate();
  const signatures = useSignatures().data?.items ?? [];
  const entries = signatures.map(({ id, name }): PaletteEntry => ({
    ...{ id: `signature ${id}`, kind: 'signature', text: name, icon: <SignatureRegular /> },
    run: () => void navigate(`/signatures/${id}`),
  }));
  return typed === '' ? [] : fitting(entries, typed).slice(0, most);
}

function useGroups(search: string): { entries: readonly PaletteEntry[]; isLoading: boolean } {
  const navigate = useNavigate();
  const isAdmin = useSession().role === 'admin';
  const isConnected = useConnection().data?.state === 'connected';
  const isAsked = isAdmin && isConnected && search !== '';
  const query = useDirectoryGroups(search, { enabled: isAsked });
  const found = isAsked ? (query.data?.pages[0]?.items ?? []) : [];
  return {
    isLoading: query.isFetching,
    entries: found.slice(0, most).map(({ id, displayName }) => ({
      ...{ id: `group ${id}`, kind: 'group', text: displayName, icon: <PeopleTeamRegular /> },
      run: () => void navigate(`/select?of=groups&search=${encodeURIComponent(displayName)}`),
    })),
  };
}

/**
 * Everything the palette leads to: pages, actions and signatures by what is typed at once, people and groups as the server
 * finds them.
 */
export function usePaletteEntries(typed: string, asked: string) {
  const pages = usePages();
  const actions = useActions();
  const signatures = useSignatureEntries(typed.trim());
  const people = usePeople(asked);
  const groups = useGroups(asked);
  return {
    entries: [
      ...fitting(pages, typed.trim()),
      ...fitting(actions, typed.trim()),
      ...signatures,
      ...people.entries,
      ...groups.entries,
    ],
    isLoading: people.isLoading || groups.isLoading || typed.trim() !== asked,
  };
}
