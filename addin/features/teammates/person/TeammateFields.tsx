import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldValue, Teammate } from '../../../../server/src/contract/teammates.ts';
import { useSession } from '../../../api/ApiContext.tsx';
import { useFormats } from '../../../i18n/useFormats.ts';
import { fieldName } from '../../../ui/fieldName.ts';
import { EditRegular, HistoryRegular } from '../../../ui/icons.ts';
import { FieldEditor } from './FieldEditor.tsx';

const useStyles = makeStyles({
  list: { margin: 0, display: 'flex', flexDirection: 'column' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalSNudge,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none' },
    alignItems: 'center',
    '@media (min-width: 640px)': { gridTemplateColumns: '160px minmax(0, 1fr) auto' },
  },
  name: {
    color: tokens.colorNeutralForeground2,
    gridColumn: '1 / -1',
    '@media (min-width: 640px)': { gridColumn: 'auto' },
  },
  value: { margin: 0, overflowWrap: 'anywhere', display: 'flex', flexDirection: 'column' },
  empty: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
  source: { color: tokens.colorNeutralForeground2 },
  actions: { margin: 0, display: 'flex' },
  editor: { margin: 0, gridColumn: '1 / -1', '@media (min-width: 640px)': { gridColumn: '2 / -1' } },
  more: { alignSelf: 'flex-start' },
});

/** Where a value comes from; of one that was set here also by whom, and what the directory says instead. */
function Source({ field }: { field: FieldValue }) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const formats = useFormats();
  const { source, setBy, setAt, directory, attribute } = field;
  if (source === 'none') return null;
  if (source === 'directory') {
    return (
      <Caption1 className={styles.source} {...(attribute ? { title: t('detail.attribute', { name: attribute }) } : {})}>
        {t('detail.source.directory')}
      </Caption1>
    );
  }
  if (source !== 'override') return <Caption1 className={styles.source}>{t(`detail.source.${source}`)}</Caption1>;
  const who =
    setBy && setAt ? t('override.by', { name: setBy, when: formats.instant(setAt) }) : t('detail.source.override');
  return (
    <Caption1 className={styles.source}>
      {who} {t('override.drift', { value: directory === '' ? t('detail.empty') : directory })}
    </Caption1>
  );
}

interface RowProps {
  readonly teammate: Teammate;
  readonly field: FieldValue;
  readonly onHistory: (attribute: string) => void;
}

function FieldRow({ teammate, field, onHistory }: RowProps) {
  const { t, i18n } = useTranslation('teammates');
  const styles = useStyles();
  const isAdmin = useSession().role === 'admin';
  const [isEditing, setIsEditing] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  const name = fieldName(i18n, field.key, field.labels);
  const { attribute } = field;
  const wasEditing = useRef(false);
  useEffect(() => {
    // The keyboard goes on where it was.
    if (wasEditing.current && !isEditing) row.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  return (
    <div className={styles.row} ref={row}>
      <dt className={styles.name}>{name}</dt>
      {isEditing ? (
        <dd className={styles.editor}>
          <FieldEditor teammate={teammate} field={field} onDone={() => setIsEditing(false)} />
        </dd>
      ) : (
        <>
          <dd className={styles.value}>
            {field.value === '' ? (
              <span className={styles.empty}>{t('detail.empty')}</span>
            ) : (
              <Body1>
                <bdi>{field.value}</bdi>
              </Body1>
            )}
            <Source field={field} />
          </dd>
          <dd className={styles.actions}>
            {attribute !== null && attribute !== 'manager' && (
              <Button
                appearance="subtle"
                icon={<HistoryRegular />}
                aria-label={t('history.of', { field: name })}
                title={t('history.of', { field: name })}
                onClick={() => onHistory(attribute)}
              />
            )}
            {isAdmin && field.kind !== null && (
              <Button
                appearance="subtle"
                icon={<EditRegular />}
                aria-label={t('override.edit', { field: name })}
                title={t('override.edit', { field: name })}
                onClick={() => setIsEditing(true)}
              />
            )}
          </dd>
        </>
      )}
    </div>
  );
}

/** Every smart field with its value and where it comes from. What is empty and shown in no signature is folded away. */
export function TeammateFields({ teammate, onHistory }: Omit<RowProps, 'field'>) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const [showsAll, setShowsAll] = useState(false);
  const { fields, completeness } = teammate;
  const isShown = ({ key, value }: FieldValue) => value !== '' || completeness.missing.includes(key);
  const hidden = fields.filter((field) => !isShown(field)).length;
  return (
    <>
      <dl className={styles.list}>
        {fields
          .filter((field) => showsAll || isShown(field))
          .map((field) => (
            <FieldRow key={field.key} teammate={teammate} field={field} onHistory={onHistory} />
          ))}
      </dl>
      {hidden > 0 && (
        <Button
          className={styles.more}
          appearance="subtle"
          onClick={() => setShowsAll(!showsAll)}
          aria-expanded={showsAll}
        >
          {t(showsAll ? 'detail.lessFields' : 'detail.moreFields', { count: hidden })}
        </Button>
      )}
    </>
  );
}
