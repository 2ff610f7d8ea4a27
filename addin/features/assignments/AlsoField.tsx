import { Tag, TagGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSignatures } from '../../api/signatures/signatureListApi.ts';
import { ChoiceField } from '../../ui/inputs/ChoiceField.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  tags: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

/** What the API accepts at most. */
const most = 20;

interface AlsoFieldProps {
  /** Ids of signatures. */
  readonly also: readonly string[] | undefined;
  readonly disabled?: boolean;
  readonly onChange: (also: string[] | undefined) => void;
}

/** The signatures that people may choose by hand beside what they get. */
export function AlsoField({ also = [], disabled = false, onChange }: AlsoFieldProps) {
  const { t } = useTranslation('assignments');
  const styles = useStyles();
  const items = useSignatures().data?.items ?? [];
  const left = items.filter(({ id }) => !also.includes(id));
  const textOf = ({ name, state }: (typeof items)[number]) =>
    state === 'draft' ? t('outcome.unpublished', { name }) : name;
  const change = (ids: string[]) => onChange(ids.length === 0 ? undefined : ids);
  return (
    <div className={styles.root}>
      <ChoiceField
        label={t('also.label')}
        hint={t('also.hint')}
        value=""
        disabled={disabled || left.length === 0 || also.length >= most}
        choices={[{ value: '', text: t('also.add') }, ...left.map((item) => ({ value: item.id, text: textOf(item) }))]}
        onChange={(id) => {
          if (id !== '') change([...also, id]);
        }}
      />
      {also.length > 0 && (
        <TagGroup
          className={styles.tags}
          aria-label={t('also.list')}
          onDismiss={(_event, { value }) => change(also.filter((id) => id !== value))}
        >
          {also.map((id) => {
            const item = items.find((each) => each.id === id);
            const name = item === undefined ? t('outcome.gone') : textOf(item);
            return (
              <Tag
                key={id}
                value={id}
                size="small"
                dismissible={!disabled}
                dismissIcon={{ 'aria-label': t('rule.remove', { name }) }}
              >
                <bdi>{name}</bdi>
              </Tag>
            );
          })}
        </TagGroup>
      )}
    </div>
  );
}
