import { Tag, TagGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Picked } from '../../../server/src/contract/people/selection.ts';
import { DirectoryPicker, type DirectoryKind } from '../../ui/people/DirectoryPicker.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  tags: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

interface PickedFieldProps {
  readonly kind: DirectoryKind;
  readonly picked: readonly Picked[];
  readonly onChange: (picked: Picked[]) => void;
}

/** People, groups or units, added by searching the directory. */
export function PickedField({ kind, picked, onChange }: PickedFieldProps) {
  const { t } = useTranslation('assignments');
  const styles = useStyles();
  const limit = kind === 'people' ? 2000 : 200;
  return (
    <div className={styles.root}>
      {picked.length < limit && (
        <DirectoryPicker
          kind={kind}
          label={t(`rule.add.${kind}`)}
          onPick={(one) => {
            if (!picked.some(({ id }) => id === one.id)) onChange([...picked, one]);
          }}
        />
      )}
      {picked.length > 0 && (
        <TagGroup
          className={styles.tags}
          aria-label={t(`rule.${kind}`)}
          onDismiss={(_event, { value }) => onChange(picked.filter(({ id }) => id !== value))}
        >
          {picked.map(({ id, displayName }) => (
            <Tag
              key={id}
              value={id}
              size="small"
              dismissible
              dismissIcon={{ 'aria-label': t('rule.remove', { name: displayName }) }}
            >
              <bdi>{displayName}</bdi>
            </Tag>
          ))}
        </TagGroup>
      )}
    </div>
  );
}
