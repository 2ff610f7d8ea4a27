import { Body1, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { EditRegular } from '../icons.ts';

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
  sought: { backgroundColor: tokens.colorNeutralBackground1Selected },
  name: {
    color: tokens.colorNeutralForeground2,
    gridColumn: '1 / -1',
    '@media (min-width: 640px)': { gridColumn: 'auto' },
  },
  value: { margin: 0, overflowWrap: 'anywhere', display: 'flex', flexDirection: 'column' },
  empty: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
  actions: { margin: 0, display: 'flex' },
  editor: { margin: 0, gridColumn: '1 / -1', '@media (min-width: 640px)': { gridColumn: '2 / -1' } },
});

/** Around `ValueRow`s. */
export function ValueList({ children }: { children: ReactNode }) {
  return <dl className={useStyles().list}>{children}</dl>;
}

interface ValueRowProps {
  readonly name: string;
  readonly value: string;
  /** What is said where it is empty; left out: that it is. */
  readonly blank?: string;
  /** Where the value comes from, and whatever else there is to say about it. */
  readonly about: ReactNode;
  /** Before the button that edits. */
  readonly actions?: ReactNode;
  /** Somebody came here for this one: it is shown, and the keyboard is at its button. */
  readonly isSought?: boolean;
  /** In place of the value while it is edited; null: it cannot be. */
  readonly editor: ((onDone: () => void) => ReactNode) | null;
}

/**
 * Brings the row into sight and the keyboard to its button. Once after everything that takes the focus when a page
 * begins, and again where the page was hidden meanwhile because texts were on their way, which loses both.
 */
function useSought(row: RefObject<HTMLElement | null>, isSought: boolean): void {
  const seek = useCallback(() => {
    if (!isSought) return;
    row.current?.scrollIntoView({ block: 'center' });
    row.current?.querySelector<HTMLElement>('button:last-of-type')?.focus({ preventScroll: true });
  }, [row, isSought]);
  useLayoutEffect(seek, [seek]);
  useEffect(seek, [seek]);
}

/** A field of a person with its value, edited in its place. */
export function ValueRow({ name, value, blank, about, actions, isSought = false, editor }: ValueRowProps) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const [isEditing, setIsEditing] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    // The keyboard goes on where it was.
    if (wasEditing.current && !isEditing) row.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  useSought(row, isSought);
  return (
    <div className={mergeClasses(styles.row, isSought && styles.sought)} ref={row}>
      <dt className={styles.name}>{name}</dt>
      {isEditing && editor ? (
        <dd className={styles.editor}>{editor(() => setIsEditing(false))}</dd>
      ) : (
        <>
          <dd className={styles.value}>
            {value === '' ? (
              <span className={styles.empty}>{blank ?? t('detail.empty')}</span>
            ) : (
              <Body1>
                <bdi>{value}</bdi>
              </Body1>
            )}
            {about}
          </dd>
          <dd className={styles.actions}>
            {actions}
            {editor && (
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
