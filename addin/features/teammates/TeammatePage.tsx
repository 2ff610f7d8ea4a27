import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Teammate } from '../../../server/src/contract/teammates.ts';
import { useTeammate } from '../../api/teammatesApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { MailEditRegular } from '../../ui/icons.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { RouterButton } from '../../ui/RouterButton.tsx';
import { RowSkeletons } from '../../ui/RowSkeletons.tsx';
import { ScopeReasons } from '../../ui/ScopeReasons.tsx';
import { TeammateFields } from './TeammateFields.tsx';

const useStyles = makeStyles({
  lead: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

function Lead({ teammate }: { teammate: Teammate }) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const line = [teammate.jobTitle, teammate.department].filter(Boolean).join(' · ');
  return (
    <span className={styles.lead}>
      <Badge appearance="tint" color={teammate.status === 'active' ? 'success' : 'danger'}>
        {t(`status.${teammate.status}`)}
      </Badge>
      {!teammate.accountEnabled && (
        <Badge appearance="outline" color="danger">
          {t('detail.accountDisabled')}
        </Badge>
      )}
      {teammate.userType === 'Guest' && <Badge appearance="outline">{t('detail.guest')}</Badge>}
      {line !== '' && <span>{line}</span>}
    </span>
  );
}

function Details({ teammate }: { teammate: Teammate }) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const formats = useFormats();
  return (
    <div className={styles.parts}>
      {teammate.mail === null && <p className={styles.text}>{t('detail.noMail')}</p>}
      <Panel title={t(teammate.scope.inScope ? 'detail.why' : 'detail.whyNot')}>
        <div>
          <ScopeReasons verdict={teammate.scope} />
        </div>
      </Panel>
      <Panel title={t('detail.fields')}>
        <TeammateFields fields={teammate.fields} />
      </Panel>
      <Panel title={t('detail.about')}>
        <FactList
          facts={[
            { name: t('detail.added'), value: formats.day(teammate.addedAt) },
            { name: t('detail.updated'), value: formats.instant(teammate.updatedAt) },
            { name: t('detail.disabledAt'), value: teammate.disabledAt && formats.day(teammate.disabledAt) },
          ]}
        />
      </Panel>
    </div>
  );
}

/** One teammate: the fields, where they come from, and why this person is here. */
export function TeammatePage() {
  const { t } = useTranslation('teammates');
  const { id = '' } = useParams();
  const { data: teammate, isError, error, refetch } = useTeammate(id);
  const mail = teammate?.mail ?? null;
  return (
    <Page
      key={id}
      title={teammate?.displayName ?? t('title')}
      before={<BackLink to="/teammates">{t('back')}</BackLink>}
      {...(teammate ? { lead: <Lead teammate={teammate} /> } : {})}
      {...(mail === null
        ? {}
        : {
            actions: (
              <RouterButton
                to={`/compose?from=${encodeURIComponent(mail)}`}
                appearance="primary"
                icon={<MailEditRegular />}
              >
                {t('detail.compose')}
              </RouterButton>
            ),
          })}
    >
      {teammate ? (
        <Details teammate={teammate} />
      ) : isError ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <RowSkeletons />
      )}
    </Page>
  );
}
