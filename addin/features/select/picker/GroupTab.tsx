import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useDirectoryGroups } from '../../../api/people/directoryApi.ts';
import { ContainerName } from './ContainerName.tsx';
import { PickList } from './PickList.tsx';
import { PickRow } from './PickRow.tsx';
import { excludePick, includePick, removePicks, stateOf } from '../selectionEdits.ts';
import type { TabProps } from './tabProps.ts';

const useStyles = makeStyles({ note: { color: tokens.colorNeutralForeground2 } });

/** Groups to include or leave out. */
export function GroupTab({ draft, search, onClearSearch }: TabProps) {
  const { t } = useTranslation('select');
  const styles = useStyles();
  const query = useDirectoryGroups(search);
  return (
    <>
      <Caption1 className={styles.note}>{t('nested')}</Caption1>
      <PickList
        label={t('list.groups')}
        query={query}
        search={search}
        onClearSearch={onClearSearch}
        render={(group) => {
          const pick = { id: group.id, displayName: group.displayName };
          return (
            <PickRow
              name={group.displayName}
              state={stateOf(draft.selection, 'group', group.id)}
              onInclude={(isIncluded) =>
                draft.change((now) => (isIncluded ? includePick(now, 'group', pick) : removePicks(now, [group.id])))
              }
              onExclude={(isExcluded) =>
                draft.change((now) => (isExcluded ? excludePick(now, 'group', pick) : removePicks(now, [group.id])))
              }
            >
              <ContainerName
                {...group}
                badges={[
                  t(`kind.${group.kind}`),
                  ...(group.isDynamic ? [t('kind.dynamic')] : []),
                  ...(group.hasHiddenMembers ? [t('kind.hidden')] : []),
                ]}
              />
            </PickRow>
          );
        }}
      />
    </>
  );
}
