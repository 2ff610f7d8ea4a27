import { useTranslation } from 'react-i18next';
import { BackLink } from '../../../ui/page/BackLink.tsx';
import { Page } from '../../../ui/page/Page.tsx';
import { Panel } from '../../../ui/page/Panel.tsx';
import { AssignedFilters } from './AssignedFilters.tsx';
import { AssignedList } from './AssignedList.tsx';
import { useAssignedFilter } from './useAssignedFilter.ts';

/** Who has which signature, person by person, as the saved rules say. */
export function AssignedPage() {
  const { t } = useTranslation('assignments');
  const state = useAssignedFilter();
  return (
    <Page
      title={t('people.title')}
      lead={t('people.lead')}
      before={<BackLink to="/assignments">{t('title')}</BackLink>}
    >
      <Panel>
        <AssignedFilters {...state} />
        <AssignedList filter={state.filter} />
      </Panel>
    </Page>
  );
}
