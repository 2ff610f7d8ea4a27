import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/client/ApiContext.tsx';
import { isFinished } from '../../api/live/isFinished.ts';
import { ActionNotice } from '../../ui/notices/ActionNotice.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { RouterButton } from '../../ui/buttons/RouterButton.tsx';
import { RowSkeletons } from '../../ui/page/RowSkeletons.tsx';
import { useNow } from '../../ui/state/useNow.ts';
import { Dashboard } from './Dashboard.tsx';
import { doneSteps, isSetUp, nextStep, untilSigned, type Step } from './journey.ts';
import { needsYou, type Need } from './needs.ts';
import { NeedsYou } from './NeedsYou.tsx';
import { useOverviewFacts } from './useOverviewFacts.ts';

// Whoever has done them all needs none of it.
const JourneySteps = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'journey-steps' */ './JourneySteps.tsx')).JourneySteps,
}));

function Running({ runId }: { runId: string }) {
  const { t } = useTranslation('overview');
  return (
    <ActionNotice intent="info" action={<RouterButton to={`/sync/runs/${runId}`}>{t('follow')}</RouterButton>}>
      {t('running')}
    </ActionNotice>
  );
}

/** What the page says first: it never calls well what is not, and never asks to begin what was begun. */
function leadOf(next: Step | null, needs: readonly Need[]): string {
  if (needs.some(({ kind }) => kind === 'revoked')) return 'reconnect';
  if (needs.length > 0) return 'attention';
  return next ?? 'done';
}

const anHour = 3_600_000;

/** The way to the first sync; from then on how it stands, what waits for the admin, and what happened lately. */
export function OverviewPage() {
  const { t } = useTranslation('overview');
  const { user, role } = useSession();
  const { facts, failed, retry } = useOverviewFacts();
  const now = useNow(anHour);
  const title = t('greeting', { name: user.displayName });
  if (!facts) {
    return (
      <Page title={title}>
        {failed ? <ProblemNotice error={failed.error} onRetry={retry} /> : <RowSkeletons rows={5} />}
      </Page>
    );
  }
  const done = doneSteps(facts);
  const isAdmin = role === 'admin';
  // Those who only look have no steps to take.
  const isOver = !isAdmin || isSetUp(facts);
  const next = isAdmin ? nextStep(done) : null;
  const isUnsigned = untilSigned.some((step) => step === next);
  const needs = needsYou({ ...facts, now });
  const running = facts.runs.find((run) => !isFinished(run));
  return (
    <Page title={title} lead={t(`lead.${leadOf(next, needs)}`)}>
      <NeedsYou needs={needs} />
      {running && <Running runId={running.id} />}
      <Suspense fallback={<RowSkeletons rows={5} />}>
        {isOver ? (
          <>
            {isUnsigned && <JourneySteps facts={facts} done={done} next={next} only={untilSigned} />}
            <Dashboard total={facts.total} held={facts.sync.held} seen={facts.seen} runs={facts.runs} />
          </>
        ) : (
          <JourneySteps facts={facts} done={done} next={next} />
        )}
      </Suspense>
    </Page>
  );
}
