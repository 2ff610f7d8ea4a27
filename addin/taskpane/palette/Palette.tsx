import {
  Caption1,
  Dialog,
  DialogBody,
  DialogSurface,
  Input,
  Spinner,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FocusKeeper } from '../../ui/menus/FocusKeeper.tsx';
import { Announcement } from '../../ui/notices/Announcement.tsx';
import { SearchRegular } from '../../ui/icons.ts';
import { useSettled } from '../../ui/state/useSettled.ts';
import { nextRow } from './matches.ts';
import { usePaletteEntries, type PaletteEntry } from './usePaletteEntries.tsx';

const useStyles = makeStyles({
  surface: {
    alignSelf: 'start',
    marginTop: 'min(12vh, 96px)',
    maxWidth: '560px',
    padding: tokens.spacingHorizontalM,
  },
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minHeight: 0 },
  input: { width: '100%' },
  list: { maxHeight: '50vh', overflowY: 'auto', scrollPaddingBlock: tokens.spacingVerticalXXL },
  kind: { display: 'block', padding: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
  option: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '36px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    '& svg': { fontSize: '20px' },
  },
  marked: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
  words: { display: 'flex', flexDirection: 'column' },
  faint: { color: tokens.colorNeutralForeground2 },
  none: { padding: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground2 },
});

const kinds = ['page', 'action', 'signature', 'person', 'group'] as const;

interface OptionProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly isMarked: boolean;
  readonly onChoose: () => void;
}

function Option({ id, entry, isMarked, onChoose }: OptionProps) {
  const styles = useStyles();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isMarked) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isMarked]);
  return (
    // The keyboard stays in the field above; it marks and chooses for the list.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isMarked}
      className={mergeClasses(styles.option, isMarked && styles.marked)}
      onClick={onChoose}
    >
      {entry.icon}
      <span className={styles.words}>
        <span>{entry.text}</span>
        {entry.below !== undefined && <Caption1 className={styles.faint}>{entry.below}</Caption1>}
      </span>
    </div>
  );
}

interface ListProps {
  readonly id: string;
  readonly entries: readonly PaletteEntry[];
  readonly marked: number;
  readonly onChoose: (entry: PaletteEntry) => void;
}

function List({ id, entries, marked, onChoose }: ListProps) {
  const { t } = useTranslation(['palette', 'common']);
  const styles = useStyles();
  return (
    <div role="listbox" id={id} aria-label={t('results')} className={styles.list}>
      {kinds
        .map((kind) => ({ kind, of: entries.filter((entry) => entry.kind === kind) }))
        .filter(({ of }) => of.length > 0)
        .map(({ kind, of }) => (
          <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
            <Caption1 id={`${id}-${kind}`} className={styles.kind} role="presentation">
              {t(`kind.${kind}`)}
            </Caption1>
            {of.map((entry) => (
              <Option
                key={entry.id}
                id={`${id}-${entries.indexOf(entry)}`}
                entry={entry}
                isMarked={entries[marked] === entry}
                onChoose={() => onChoose(entry)}
              />
            ))}
          </div>
        ))}
    </div>
  );
}

interface PaletteProps {
  readonly isOpen: boolean;
  /** Hands over what was typed before the field was there. */
  readonly takeTyped: () => string;
  readonly onClose: () => void;
}

function PaletteDialog({ takeTyped, onClose }: Omit<PaletteProps, 'isOpen'>) {
  const { t } = useTranslation(['palette', 'common']);
  const styles = useStyles();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [row, setRow] = useState(0);
  const asked = useSettled(typed.trim());
  const { entries, isLoading } = usePaletteEntries(typed, asked);
  const marked = nextRow(row, '', entries.length);
  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') choose(entries[marked]);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setRow(nextRow(marked, event.key, entries.length));
    else return;
    event.preventDefault();
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface} aria-label={t('title')}>
        <DialogBody className={styles.body}>
          <Input
            className={styles.input}
            size="large"
            contentBefore={<SearchRegular />}
            contentAfter={isLoading ? <Spinner size="tiny" aria-hidden /> : null}
            placeholder={t('placeholder')}
            aria-label={t('title')}
            input={{
              role: 'combobox',
              'aria-expanded': entries.length > 0,
              'aria-controls': id,
              'aria-autocomplete': 'list',
              ...(entries.length > 0 ? { 'aria-activedescendant': `${id}-${marked}` } : {}),
              autoComplete: 'off',
              spellCheck: false,
              maxLength: 120,
            }}
            value={typed}
            onChange={(_, { value }) => {
              setTyped(value);
              setRow(0);
            }}
            onKeyDown={onKeyDown}
            onFocus={() => {
              const early = takeTyped();
              if (early !== '') setTyped(early);
            }}
          />
          <Announcement text={isLoading ? '' : t('count', { count: entries.length })} />
          {entries.length === 0 ? (
            <p className={styles.none}>{t(isLoading ? 'common:loading' : 'none')}</p>
          ) : (
            <List id={id} entries={entries} marked={marked} onChoose={choose} />
          )}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Type to go anywhere or do something: pages, actions, signatures, people and groups in one list. */
export function Palette({ isOpen, ...rest }: PaletteProps) {
  return (
    <>
      <FocusKeeper />
      {isOpen && <PaletteDialog {...rest} />}
    </>
  );
}
