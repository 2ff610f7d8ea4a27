import { Body1Strong, Caption1, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { addresseeSchema } from '../../../../server/src/contract/signatures/addressee.ts';
import type { Tried, TryRequest } from '../../../../server/src/contract/signatures/assignments.ts';
import { useTriedSignature } from '../../../api/signatures/assignmentsApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { ChoiceField } from '../../../ui/inputs/ChoiceField.tsx';
import { Panel } from '../../../ui/page/Panel.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { SignatureDownloads } from '../../../ui/signature/SignatureDownloads.tsx';
import { CheckmarkCircleRegular, ProhibitedRegular } from '../composeIcons.ts';
import type { Sender } from '../sender.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 150px), 1fr))',
    gap: tokens.spacingHorizontalS,
    // What is wrong with one makes its neighbours no higher.
    alignItems: 'start',
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  rule: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', gap: tokens.spacingHorizontalS },
  icon: { display: 'flex', fontSize: '18px', color: tokens.colorNeutralForeground3 },
  decided: { color: tokens.colorStatusSuccessForeground1 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  input: { minWidth: 0 },
});

export type Choices = Pick<TryRequest, 'recipients' | 'to' | 'date' | 'from'>;

const isAddressee = (to: string | null): boolean => to === null || addresseeSchema.safeParse(to).success;

/** As far as it is typed: half an address is nobody yet. */
export const askedOf = (choices: Choices): Choices => (isAddressee(choices.to) ? choices : { ...choices, to: null });

interface AddressFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly placeholder: string;
  /** What is wrong with it; null: nothing. */
  readonly wrong?: string | null;
  readonly onChange: (value: string | null) => void;
}

function AddressField({ label, value, placeholder, wrong = null, onChange }: AddressFieldProps) {
  const styles = useStyles();
  const complaint = wrong === null ? {} : { validationMessage: wrong, validationState: 'error' as const };
  return (
    <Field label={label} size="small" {...complaint}>
      <Input
        className={styles.input}
        value={value ?? ''}
        placeholder={placeholder}
        maxLength={320}
        onChange={(_event, { value: typed }) => onChange(typed.trim() === '' ? null : typed)}
      />
    </Field>
  );
}

/** What else the mail may be: to whom, when, and from which mailbox. */
function Fields({ choices, onChange }: { choices: Choices; onChange: (patch: Partial<Choices>) => void }) {
  const { t } = useTranslation('compose');
  const styles = useStyles();
  return (
    <div className={styles.fields}>
      <ChoiceField
        label={t('trace.recipients')}
        value={choices.recipients ?? 'unknown'}
        choices={(['unknown', 'internal', 'external'] as const).map((value) => ({
          value,
          text: t(`trace.to.${value === 'unknown' && choices.to !== null ? 'byAddress' : value}`),
        }))}
        onChange={(value) => onChange({ recipients: value === 'unknown' ? null : value })}
      />
      <AddressField
        label={t('trace.toWhom')}
        value={choices.to}
        placeholder="robin@example.com"
        wrong={isAddressee(choices.to) ? null : t('trace.toBad')}
        onChange={(to) => onChange({ to })}
      />
      <Field label={t('trace.date')} size="small">
        <Input
          type="date"
          className={styles.input}
          value={choices.date ?? ''}
          onChange={(_event, { value }) => onChange({ date: value === '' ? null : value })}
        />
      </Field>
      <AddressField
        label={t('trace.mailbox')}
        value={choices.from}
        placeholder="info@example.com"
        onChange={(from) => onChange({ from })}
      />
    </div>
  );
}

function Trace({ label, trace }: { label: string; trace: Tried['trace'] }) {
  const { t } = useTranslation('compose');
  const styles = useStyles();
  return (
    <ol className={styles.list} aria-label={label}>
      {trace.map(({ ruleId, name, missed }, at) => (
        <li key={ruleId ?? 'otherwise'} className={styles.rule}>
          <span className={`${styles.icon} ${missed === null ? styles.decided : ''}`} aria-hidden>
            {missed === null ? <CheckmarkCircleRegular /> : <ProhibitedRegular />}
          </span>
          <span className={styles.words}>
            <Body1Strong>
              {ruleId === null ? t('trace.otherwise') : name === '' ? t('trace.unnamed', { number: at + 1 }) : name}
            </Body1Strong>
            <Caption1 className={styles.quiet}>
              {missed === null ? t('trace.decided') : t(`trace.missed.${missed}`)}
            </Caption1>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The rules of who writes, and of whose mailbox it is where that is whose signature counts. */
function Traces({ trace, otherMailbox }: Tried) {
  const { t } = useTranslation('compose');
  const name = otherMailbox?.owner.displayName ?? '';
  return (
    <>
      <Trace label={t('trace.list')} trace={trace} />
      {otherMailbox && <Caption1>{t(`trace.otherMailbox.${otherMailbox.setting}`, { name })}</Caption1>}
      {otherMailbox && otherMailbox.trace.length > 0 && (
        <Trace label={t('trace.listOf', { name })} trace={otherMailbox.trace} />
      )}
    </>
  );
}

interface RuleTraceProps {
  readonly sender: Sender | null;
  readonly choices: Choices;
  /** The mail that is asked about, once nobody types any more. */
  readonly asked: Omit<TryRequest, 'teammateId'>;
  readonly onChange: (patch: Partial<Choices>) => void;
}

/** Which rule chose the signature of this mail, and why the earlier ones did not. */
export function RuleTrace({ sender, choices, asked, onChange }: RuleTraceProps) {
  const { t } = useTranslation('compose');
  const { number } = useFormats();
  const styles = useStyles();
  const tried = useTriedSignature(sender === null ? null : { teammateId: sender.id, ...asked });
  const { data } = tried;
  const kind = data?.outcome.kind === 'signature' ? 'gets' : data?.outcome.kind;
  return (
    <Panel title={t('trace.title')}>
      <Caption1 className={styles.quiet}>{t('trace.lead')}</Caption1>
      <Fields choices={choices} onChange={onChange} />
      {tried.isError && <ProblemNotice error={tried.error} />}
      {data && !tried.isError && (
        <>
          <Traces {...data} />
          <Caption1 role="status">
            {t(`trace.${kind ?? 'none'}`, { name: data.signatureName ?? '', formatted: number(data.characters) })}
          </Caption1>
          <SignatureDownloads name={data.signatureName} html={data.html} text={data.text} />
        </>
      )}
    </Panel>
  );
}
