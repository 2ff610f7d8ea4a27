import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useTeammate } from '../../../api/teammatesApi.ts';
import { BackLink } from '../../../ui/BackLink.tsx';
import { Page } from '../../../ui/Page.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { RowSkeletons } from '../../../ui/RowSkeletons.tsx';
import { useIsWide } from '../../../ui/useIsWide.ts';
import { TeammateDetails, TeammateLead } from './TeammateDetails.tsx';

/** One teammate: the fields, where they come from, and why this person is here. */
export function TeammatePage() {
  const { t } = useTranslation('teammates');
  const { id = '' } = useParams();
  const isWide = useIsWide(1024);
  const { data: teammate, isError, error, refetch } = useTeammate(id);
  return (
    <Page
      key={id}
      title={teammate?.displayName ?? t('title')}
      before={<BackLink to="/teammates">{t('back')}</BackLink>}
      {...(teammate ? { lead: <TeammateLead teammate={teammate} /> } : {})}
    >
      {teammate ? (
        <TeammateDetails teammate={teammate} isWide={isWide} />
      ) : isError ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <RowSkeletons />
      )}
    </Page>
  );
}
