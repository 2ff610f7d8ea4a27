import { Checkbox } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useDirectoryUnits } from '../../../api/people/directoryApi.ts';
import { ContainerName } from './ContainerName.tsx';
import { PickList } from './PickList.tsx';
import { PickRow } from './PickRow.tsx';
import { includePick, removePicks, setIncludeGroups, stateOf } from '../selectionEdits.ts';
import type { TabProps } from './tabProps.ts';

/** Administrative units to pick from; Entra does not count groups inside a unit, so the admin says whether we do. */
export function UnitTab({ draft, search, onClearSearch }: TabProps) {
  const { t } = useTranslation('select');
  const query = useDirectoryUnits(search);
  return (
    <PickList
      label={t('list.units')}
      query={query}
      search={search}
      onClearSearch={onClearSearch}
      render={(unit) => {
        const pick = { id: unit.id, displayName: unit.displayName };
        const picked = draft.selection.units.find(({ id }) => id === unit.id);
        return (
          <PickRow
            name={unit.displayName}
            state={stateOf(draft.selection, 'unit', unit.id)}
            onInclude={(isIncluded) =>
              draft.change((now) => (isIncluded ? includePick(now, 'unit', pick) : removePicks(now, [unit.id])))
            }
            extra={
              picked && (
                <Checkbox
                  label={t('includeGroups')}
                  aria-label={`${unit.displayName}: ${t('includeGroups')}`}
                  checked={picked.includeGroups}
                  onChange={(_, { checked }) => draft.change((now) => setIncludeGroups(now, unit.id, checked === true))}
                />
              )
            }
          >
            <ContainerName
              {...unit}
              badges={[
                ...(unit.isDynamic ? [t('kind.dynamic')] : []),
                ...(unit.hasHiddenMembers ? [t('kind.hidden')] : []),
              ]}
            />
          </PickRow>
        );
      }}
    />
  );
}
