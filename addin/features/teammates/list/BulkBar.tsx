import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeammatesAction } from '../../../api/people/teammatesApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { ArrowClockwiseRegular, ArrowUndoRegular, EditRegular } from '../../../ui/icons.ts';
import { BulkProgress } from '../bulk/BulkProgress.tsx';
import { OverrideDialog } from '../bulk/OverrideDialog.tsx';
import { useBulk } from '../bulk/useBulk.ts';
import { useOverrideWork } from '../bulk/useOverrideWork.ts';
import type { Marked } from './useMarked.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  words: { marginInlineEnd: 'auto', fontWeight: tokens.fontWeightSemibold },
});

type People = Marked['people'];

/** The same for everybody who is ticked, one after the other: each waits for the sync to be at rest. */
function useOneByOne(bulk: ReturnType<typeof useBulk>) {
  const { act, finish } = useTeammatesAction();
  return (action: 'refresh' | 'restore', people: People) =>
    bulk.start<People[number]>(
      {
        action,
        size: 1,
        finish,
        act: async (part, signal) => {
          for (const { id } of part) await act(action, id, signal);
          return { names: [], error: null };
        },
      },
      people,
    );
}

interface ActionsProps {
  readonly people: People;
  readonly onStart: (action: 'refresh' | 'restore', people: People) => void;
  readonly onSet: (people: People) => void;
}

function Actions({ people, onStart, onSet }: ActionsProps) {
  const { t } = useTranslation('teammates');
  const formats = useFormats();
  const removed = people.filter(({ status }) => status === 'removed');
  const kept = people.filter(({ status }) => status !== 'removed');
  return (
    <>
      {kept.length > 0 && (
        <>
          <Button icon={<ArrowClockwiseRegular />} onClick={() => onStart('refresh', kept)}>
            {t('bulk.refresh', { formatted: formats.number(kept.length) })}
          </Button>
          <Button icon={<EditRegular />} onClick={() => onSet(kept)}>
            {t('bulk.override')}
          </Button>
        </>
      )}
      {removed.length > 0 && (
        <Button icon={<ArrowUndoRegular />} onClick={() => onStart('restore', removed)}>
          {t('bulk.restore', { formatted: formats.number(removed.length) })}
        </Button>
      )}
    </>
  );
}

/** What can be done about everybody who is ticked, how far it is, and what came of it. */
export function BulkBar({ marked }: { marked: Marked }) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const formats = useFormats();
  const bulk = useBulk();
  const oneByOne = useOneByOne(bulk);
  const overrideWork = useOverrideWork();
  const [setting, setSetting] = useState<People | null>(null);
  const { people } = marked;
  if (bulk.state !== null) return <BulkProgress state={bulk.state} onCancel={bulk.cancel} onClose={bulk.forget} />;
  if (people.length === 0) return null;
  return (
    <section className={styles.bar} aria-label={t('bulk.label')}>
      <span className={styles.words} role="status">
        {t('bulk.count', { count: people.length, formatted: formats.number(people.length) })}
      </span>
      <Actions
        people={people}
        onSet={setSetting}
        onStart={(action, whom) => {
          marked.setAll([]);
          oneByOne(action, whom);
        }}
      />
      <Button appearance="subtle" onClick={() => marked.setAll([])}>
        {t('bulk.none')}
      </Button>
      {setting !== null && (
        <OverrideDialog
          count={setting.length}
          onClose={() => setSetting(null)}
          onSet={({ overrides, until }) => {
            setSetting(null);
            marked.setAll([]);
            bulk.start(
              overrideWork(1, until),
              setting.map(({ id, displayName }) => ({ id, displayName, overrides })),
            );
          }}
        />
      )}
    </section>
  );
}
