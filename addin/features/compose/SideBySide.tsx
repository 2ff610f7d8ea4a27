import { Body1Strong, Caption1, Field, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TryRequest } from '../../../server/src/contract/signatures/assignments.ts';
import { useTriedSignature } from '../../api/signatures/assignmentsApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { RowSkeletons } from '../../ui/page/RowSkeletons.tsx';
import { TeammatePicker } from '../../ui/people/TeammatePicker.tsx';
import { SignatureFrame } from '../../ui/signature/SignatureFrame.tsx';
import { senderOf, type Sender } from './sender.ts';

const useStyles = makeStyles({
  picker: { maxWidth: '360px' },
  both: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  one: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  frame: {
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Mail {
  /** Of what kind, to whom, when, and from which mailbox. */
  readonly asked: Omit<TryRequest, 'teammateId'>;
  readonly isDark: boolean;
}

function One({ sender, asked, isDark }: Mail & { readonly sender: Sender }) {
  const { t } = useTranslation('compose');
  const { number } = useFormats();
  const styles = useStyles();
  const { data, isError, error } = useTriedSignature({ teammateId: sender.id, ...asked });
  const kind = data?.outcome.kind === 'signature' ? 'gets' : data?.outcome.kind;
  return (
    <section className={styles.one} aria-label={sender.name}>
      <Body1Strong>
        <bdi>{sender.name}</bdi>
      </Body1Strong>
      {isError ? (
        <ProblemNotice error={error} />
      ) : data === undefined ? (
        <RowSkeletons rows={3} />
      ) : (
        <>
          <Caption1 className={styles.quiet}>
            {t(`trace.${kind ?? 'none'}`, { name: data.signatureName ?? '', formatted: number(data.characters) })}
          </Caption1>
          {data.html !== '' && (
            <div className={styles.frame}>
              <SignatureFrame
                title={t('beside.frame', { name: sender.name })}
                content={data.html}
                isDark={isDark}
                height="content"
              />
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** What the sender gets in this mail, beside what somebody else would. */
export function SideBySide({ sender, ...mail }: Mail & { readonly sender: Sender }) {
  const { t } = useTranslation('compose');
  const styles = useStyles();
  const [other, setOther] = useState<Sender | null>(null);
  return (
    <Panel title={t('beside.title')}>
      <Field label={t('beside.with')} className={styles.picker}>
        <TeammatePicker value={other?.name ?? ''} onPick={(teammate) => setOther(senderOf(teammate))} />
      </Field>
      {other !== null && (
        <div className={styles.both}>
          <One sender={sender} {...mail} />
          <One sender={other} {...mail} />
        </div>
      )}
    </Panel>
  );
}
