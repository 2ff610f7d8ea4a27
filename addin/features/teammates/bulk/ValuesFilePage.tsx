import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useOverridesTemplate, usePlanOverrides } from '../../../api/people/overridesApi.ts';
import { BackLink } from '../../../ui/page/BackLink.tsx';
import { FileButton } from '../../../ui/buttons/FileButton.tsx';
import { ArrowDownloadRegular } from '../../../ui/icons.ts';
import { Page } from '../../../ui/page/Page.tsx';
import { Panel } from '../../../ui/page/Panel.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { FileSaving } from '../../../ui/saving/FileSaving.tsx';
import { saveFile } from '../../../ui/saving/saveFile.ts';
import { PlannedValues } from './PlannedValues.tsx';

const useStyles = makeStyles({
  text: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Values set by hand for many people from a CSV: first what it would do, then doing it. */
export function ValuesFilePage() {
  const { t, i18n } = useTranslation(['values', 'teammates']);
  const styles = useStyles();
  const template = useOverridesTemplate();
  const plan = usePlanOverrides();
  return (
    <Page title={t('title')} lead={t('lead')} before={<BackLink to="/teammates">{t('teammates:back')}</BackLink>}>
      <Panel>
        <p className={styles.text}>{t('how')}</p>
        <div className={styles.actions}>
          <FileButton
            text={t('choose')}
            accept=".csv,.txt,text/csv"
            appearance="primary"
            isBusy={plan.isPending}
            onChosen={(file) => plan.mutate(file)}
          />
          <FileSaving>
            <Button
              icon={template.isPending ? <Spinner size="tiny" /> : <ArrowDownloadRegular />}
              disabledFocusable={template.isPending}
              onClick={() => template.mutate(i18n.language, { onSuccess: (file) => saveFile(file, 'values.csv') })}
            >
              {t('template')}
            </Button>
          </FileSaving>
        </div>
        {template.isError && <ProblemNotice error={template.error} />}
        {plan.isError && <ProblemNotice error={plan.error} />}
      </Panel>
      {plan.data && <PlannedValues key={plan.submittedAt} plan={plan.data} />}
    </Page>
  );
}
