import { Button, Caption1Strong, Tag, TagGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picked, Selection } from '../../../../server/src/contract/people/selection.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { BuildingPeopleRegular, PeopleTeamRegular, PersonRegular } from '../../../ui/icons.ts';
import { Panel } from '../../../ui/page/Panel.tsx';
import type { SelectionDraft } from '../selectionDraft.ts';
import { removePicks, type PickKind } from '../selectionEdits.ts';

const shownAtFirst = 12;

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  group: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  tags: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  tag: { maxWidth: '100%', minWidth: 0, '& .fui-Tag__primaryText': { overflow: 'hidden', textOverflow: 'ellipsis' } },
  all: { alignSelf: 'flex-start' },
});

const icons = { unit: <BuildingPeopleRegular />, group: <PeopleTeamRegular />, person: <PersonRegular /> } as const;

interface Chip extends Picked {
  readonly kind: PickKind;
}

const chipsOf = (kind: PickKind, picks: readonly Picked[]): Chip[] =>
  picks.map(({ id, displayName }) => ({ id, displayName, kind }));

const includedChips = (selection: Selection) => [
  ...chipsOf('unit', selection.units),
  ...chipsOf('group', selection.groups),
  ...chipsOf('person', selection.people),
];

const excludedChips = (selection: Selection) => [
  ...chipsOf('group', selection.excludedGroups),
  ...chipsOf('person', selection.excludedPeople),
];

interface ChipsProps {
  readonly label: string;
  readonly chips: readonly Chip[];
  readonly onRemove: (id: string) => void;
}

function Chips({ label, chips, onRemove }: ChipsProps) {
  const { t } = useTranslation('select');
  const styles = useStyles();
  const formats = useFormats();
  const [isAll, setIsAll] = useState(false);
  if (chips.length === 0) return null;
  const shown = isAll ? chips : chips.slice(0, shownAtFirst);
  return (
    <div className={styles.group}>
      <Caption1Strong>{label}</Caption1Strong>
      <TagGroup
        className={styles.tags}
        aria-label={label}
        size="small"
        role="list"
        onDismiss={(_, { value }) => onRemove(value)}
      >
        {shown.map((chip) => (
          <span role="listitem" key={chip.id}>
            <Tag
              className={styles.tag}
              value={chip.id}
              icon={icons[chip.kind]}
              dismissible
              dismissIcon={{ 'aria-label': t('picked.remove', { name: t(`picked.kind.${chip.kind}`) }) }}
            >
              <bdi>{chip.displayName}</bdi>
            </Tag>
          </span>
        ))}
      </TagGroup>
      {shown.length < chips.length && (
        <Button className={styles.all} size="small" appearance="subtle" onClick={() => setIsAll(true)}>
          {t('picked.showAll', { formatted: formats.number(chips.length) })}
        </Button>
      )}
    </div>
  );
}

/** What is in the selection now; each pick goes away with one click or one key. */
export function PickedPanel({ draft }: { draft: SelectionDraft }) {
  const { t } = useTranslation('select');
  const styles = useStyles();
  const included = includedChips(draft.selection);
  const excluded = excludedChips(draft.selection);
  const onRemove = (id: string) => draft.change((now) => removePicks(now, [id]));
  const isNothing = included.length + excluded.length === 0;
  return (
    <Panel title={t('picked.title')}>
      {isNothing && <p className={styles.text}>{draft.selection.everyone ? t('everyone.hint') : t('picked.none')}</p>}
      <Chips label={t('picked.included')} chips={included} onRemove={onRemove} />
      <Chips label={t('picked.excluded')} chips={excluded} onRemove={onRemove} />
    </Panel>
  );
}
