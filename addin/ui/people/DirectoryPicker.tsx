import { Combobox, Option, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDirectoryGroups, useDirectoryUnits, useDirectoryUsers } from '../../api/people/directoryApi.ts';
import type { Picked } from '../../../server/src/contract/people/selection.ts';
import { problemText } from '../notices/problemText.ts';
import { useSettled } from '../state/useSettled.ts';

export type DirectoryKind = 'people' | 'groups' | 'units';

const useStyles = makeStyles({
  combobox: { minWidth: 0, width: '100%', gridTemplateColumns: 'minmax(0, 1fr) auto' },
  input: { minWidth: 0, width: '100%' },
  open: { width: '24px', height: '24px', justifyContent: 'center', alignItems: 'center', display: 'flex' },
  listbox: { maxHeight: '300px' },
  option: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  below: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

interface DirectoryPickerProps {
  readonly label: string;
  readonly value?: string;
  readonly disabled?: boolean;
  readonly onPick: (picked: Picked) => void;
}

interface Found {
  readonly id: string;
  readonly displayName: string;
  readonly below: string | null;
}

interface SearchProps extends DirectoryPickerProps {
  readonly found: readonly Found[];
  readonly query: { readonly isPending: boolean; readonly error: unknown };
  readonly onSearch: (search: string) => void;
}

function Search({ label, value = '', disabled = false, onPick, found, query, onSearch }: SearchProps) {
  const { t, i18n } = useTranslation('inputs');
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string | null) => {
    setTyped(text);
    onSearch(text ?? '');
  };
  const instead =
    query.error === null
      ? t(query.isPending ? 'directory.searching' : 'directory.nothing')
      : problemText(i18n, query.error).text;
  return (
    <Combobox
      className={styles.combobox}
      expandIcon={{ className: styles.open, 'aria-label': t('directory.open') }}
      input={{ className: styles.input }}
      listbox={{ className: styles.listbox }}
      size="small"
      autoComplete="off"
      aria-label={label}
      placeholder={label}
      disabled={disabled}
      value={typed ?? value}
      selectedOptions={[]}
      onChange={(event) => type(event.target.value)}
      onOpenChange={(_event, { open }) => {
        if (!open) type(null);
      }}
      onOptionSelect={(_event, { optionValue }) => {
        const picked = found.find(({ id }) => id === optionValue);
        type(null);
        if (picked) onPick({ id: picked.id, displayName: picked.displayName });
      }}
    >
      {found.map(({ id, displayName, below }) => (
        <Option key={id} value={id} text={displayName}>
          <span className={styles.option}>
            <Text>
              <bdi>{displayName}</bdi>
            </Text>
            {below !== null && (
              <Text size={200} className={styles.below}>
                {below}
              </Text>
            )}
          </span>
        </Option>
      ))}
      {found.length === 0 && (
        <Option disabled value="" text={instead}>
          {instead}
        </Option>
      )}
    </Combobox>
  );
}

function PersonSearch(props: DirectoryPickerProps) {
  const [search, setSearch] = useState('');
  const query = useDirectoryUsers(useSettled(search));
  const found = query.data?.pages.flatMap((page) => page.items) ?? [];
  const items = found.map((user) => ({ ...user, below: user.jobTitle ?? user.mail ?? user.userPrincipalName }));
  return <Search {...props} found={items} query={query} onSearch={setSearch} />;
}

function GroupSearch(props: DirectoryPickerProps) {
  const [search, setSearch] = useState('');
  const query = useDirectoryGroups(useSettled(search));
  const found = query.data?.pages.flatMap((page) => page.items) ?? [];
  const items = found.map((group) => ({ ...group, below: group.description }));
  return <Search {...props} found={items} query={query} onSearch={setSearch} />;
}

function UnitSearch(props: DirectoryPickerProps) {
  const [search, setSearch] = useState('');
  const query = useDirectoryUnits(useSettled(search));
  const found = query.data?.pages.flatMap((page) => page.items) ?? [];
  const items = found.map((unit) => ({ ...unit, below: unit.description }));
  return <Search {...props} found={items} query={query} onSearch={setSearch} />;
}

const searches = { people: PersonSearch, groups: GroupSearch, units: UnitSearch } as const;

/** Finds people, groups or units in the directory; the directory does the searching. */
export function DirectoryPicker({ kind, ...rest }: DirectoryPickerProps & { readonly kind: DirectoryKind }) {
  const Picker = searches[kind];
  return <Picker {...rest} />;
}
