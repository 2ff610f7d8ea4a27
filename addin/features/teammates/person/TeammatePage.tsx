import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useTeammate } from '../../../api/people/teammatesApi.ts';
import { BackLink } from '../../../ui/page/BackLink.tsx';
import { Loaded } from '../../../ui/page/Loaded.tsx';
import { Page } from '../../../ui/page/Page.tsx';
import { useIsWide } from '../../../ui/window/useIsWide.ts';
import { TeammateDetails, TeammateLead } from './TeammateDetails.tsx';

/** One teammate: the fields, where they come from, and why this person is here. */
export function TeammatePage() {
  const { t } = useTranslation('teammates');
  const { id = '' } = useParams();
  const isWide = useIsWide(1024);
  const query = useTeammate(id);
  const teammate = query.data;
  return (
    <Page
      key={id}
      title={teammate?.displayName ?? t('title')}
      before={<BackLink to="/teammates">{t('back')}</BackLink>}
      {...(teammate ? { lead: <TeammateLead teammate={teammate} /> } : {})}
    >
      <Loaded query={query}>{(loaded) => <TeammateDetails teammate={loaded} isWide={isWide} />}</Loaded>
    </Page>
  );
}
