import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/useFormats.ts';
import { useFieldCatalogue } from '../../../ui/fields/useFieldCatalogue.ts';
import { SearchField } from '../../../ui/lists/SearchField.tsx';
import { ReOrderDotsVerticalRegular } from '../signatureIcons.ts';
import { useDraggable } from './drag/useDraggable.ts';
import { useEditor } from './EditorContext.tsx';
import { useInsert } from './useInsert.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    maxHeight: '260px',
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: { display: 'flex', alignItems: 'center', minWidth: 0 },
  // Beside the button, because browsers let nobody drag by a button.
  grip: { display: 'flex', cursor: 'grab', color: tokens.colorNeutralForeground3 },
  field: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    width: '100%',
    minWidth: 0,
    fontWeight: 'normal',
    textAlign: 'left',
  },
  value: {
    color: tokens.colorNeutralForeground2,
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

/** Taken into a line by dragging it there. */
function DraggableField({ path, children }: { path: string; children: ReactNode }) {
  const element = useRef<HTMLLIElement>(null);
  const styles = useStyles();
  useDraggable({ field: path }, { element });
  return (
    <li ref={element} className={styles.item}>
      <span className={styles.grip} data-grip aria-hidden>
        <ReOrderDotsVerticalRegular />
      </span>
      {children}
    </li>
  );
}

/** Why a field is blank for whoever is shown: each person is shown as in mail of their own. */
const nothingIn = (path: string) => (path.startsWith('mailbox.') ? 'fields.ofMailbox' : 'fields.blank');

/** Every smart field with what the person shown has in it and how many have it at all; one click puts it into the line that is selected. */
export function FieldsPanel() {
  const { t } = useTranslation('editor');
  const { paths, labelOf, filledOf } = useFieldCatalogue();
  const { number } = useFormats();
  const styles = useStyles();
  const { values, person } = useEditor();
  const insert = useInsert();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const haveIt = (path: string): string | null => {
    const counted = filledOf(path);
    if (counted === null || counted.people === 0) return null;
    return t('fields.filled', { filled: number(counted.filled), people: number(counted.people) });
  };
  const found = paths.filter((path) => labelOf(path).toLowerCase().includes(wanted));
  return (
    <div className={styles.root}>
      <SearchField label={t('fields.search')} value={search} onChange={setSearch} />
      {person && <Caption1 className={styles.value}>{t('fields.of', { name: person.displayName })}</Caption1>}
      <ul className={styles.list} aria-label={t('fields.insert')}>
        {found.map((path) => (
          <DraggableField key={path} path={path}>
            <Button size="small" appearance="subtle" className={styles.field} onClick={() => insert.field(path)}>
              {labelOf(path)}
              <Caption1 className={styles.value}>{values.get(path) || t(nothingIn(path))}</Caption1>
              {haveIt(path) !== null && <Caption1 className={styles.value}>{haveIt(path)}</Caption1>}
            </Button>
          </DraggableField>
        ))}
      </ul>
    </div>
  );
}
