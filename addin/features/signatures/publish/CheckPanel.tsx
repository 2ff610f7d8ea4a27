import { Button, Caption1, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useTeammateTotal } from '../../../api/people/teammateTotalApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { Panel } from '../../../ui/page/Panel.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { Findings } from './Findings.tsx';
import type { Check } from './useCheck.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

function Progress({ checked }: { checked: number }) {
  const { t } = useTranslation('signatures');
  const total = useTeammateTotal().data?.active ?? 0;
  const value = total === 0 ? {} : { value: Math.min(1, checked / total) };
  return <ProgressBar aria-label={t('check.progress')} {...value} />;
}

/** How far the check is and what it found. */
export function CheckPanel({ check }: { check: Check }) {
  const { t } = useTranslation('signatures');
  const { number } = useFormats();
  const styles = useStyles();
  const { state, checked, longest, findings } = check;
  const isClean = state === 'done' && findings.length === 0;
  return (
    <Panel
      title={t('check.title')}
      aside={
        state === 'running' ? (
          <Button size="small" onClick={check.cancel}>
            {t('common:cancel')}
          </Button>
        ) : (
          <Button size="small" onClick={check.again}>
            {t('check.again')}
          </Button>
        )
      }
    >
      <div className={styles.root}>
        {state === 'running' && <Progress checked={checked} />}
        <Caption1 role="status" className={styles.quiet}>
          {t(`check.state.${state}`, { count: checked, formatted: number(checked) })}
          {checked > 0 && ` ${t('check.longest', { longest: number(longest), limit: number(30_000) })}`}
        </Caption1>
        {state === 'failed' && <ProblemNotice error={check.problem} onRetry={check.again} />}
        {isClean && <span>{t('check.clean')}</span>}
        {findings.length > 0 && <Findings findings={findings} />}
      </div>
    </Panel>
  );
}
