import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsOutdated } from '../../../api/client/contractMark.ts';
import { EmptyState } from '../../../ui/page/EmptyState.tsx';
import { ErrorCircleRegular, PlugDisconnectedRegular } from '../../../ui/icons.ts';

const useStyles = makeStyles({
  place: { outlineStyle: 'none' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const reload = (): void => window.location.reload();

/** A part of the console that was to be downloaded did not come: no network, or a newer version has other parts. */
const isMissingPart = (error: unknown): boolean => error instanceof Error && error.name === 'ChunkLoadError';

/** Milliseconds between two looks for a server that was away. */
const lookAgain = 3000;

const isServerThere = (): Promise<boolean> =>
  fetch(window.location.pathname, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * Comes back by itself once a server that was away answers. Where it answers at once, a new version is the likely reason:
 * then only a click reloads, or a part that is missing for good would reload without end.
 */
function MissingPart() {
  const { t } = useTranslation();
  useEffect(() => {
    let wasAway = false;
    const look = async (): Promise<void> => {
      const isThere = await isServerThere();
      if (isThere && wasAway) reload();
      wasAway = !isThere;
    };
    void look();
    const timer = setInterval(() => void look(), lookAgain);
    return () => clearInterval(timer);
  }, []);
  return (
    <EmptyState
      icon={<PlugDisconnectedRegular />}
      title={t('missingPart.title')}
      text={t('missingPart.text')}
      action={
        <Button appearance="primary" onClick={reload}>
          {t('missingPart.reload')}
        </Button>
      }
    />
  );
}

/** What is shown instead of a page that could not be drawn. */
export function Crash({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const isOutdated = useIsOutdated();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What had the focus went away with the page.
    if (document.activeElement === document.body) place.current?.focus();
  }, []);
  if (isMissingPart(error)) {
    return (
      <div role="alert" ref={place} tabIndex={-1} className={styles.place}>
        <MissingPart />
      </div>
    );
  }
  return (
    <div role="alert" ref={place} tabIndex={-1} className={styles.place}>
      <EmptyState
        icon={<ErrorCircleRegular />}
        title={t('crash.title')}
        text={t(isOutdated ? 'updated.text' : 'crash.text')}
        action={
          <div className={styles.actions}>
            <Button appearance="primary" onClick={reload}>
              {t('crash.reload')}
            </Button>
            <Button onClick={() => window.location.assign(window.location.pathname)}>{t('crash.home')}</Button>
          </div>
        }
      />
    </div>
  );
}
