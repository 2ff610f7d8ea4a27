import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Subtitle2,
  Switch,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssignmentRule } from '../../../server/src/contract/signatures/assignments.ts';
import { composeTypeSchema } from '../../../server/src/contract/signatures/me.ts';
import { ConditionEditor } from '../../ui/condition/ConditionEditor.tsx';
import { ChoiceField } from '../../ui/inputs/ChoiceField.tsx';
import { DateField, TimeZoneField } from '../../ui/inputs/DateField.tsx';
import { TextField } from '../../ui/inputs/TextField.tsx';
import { AlsoField } from './AlsoField.tsx';
import { OutcomeField } from './OutcomeField.tsx';
import { PickedField } from './PickedField.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  wrong: { color: tokens.colorStatusDangerForeground1 },
});

function Section({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.section}>
      <Subtitle2 as="h3" style={{ margin: 0 }}>
        {title}
      </Subtitle2>
      {children}
    </div>
  );
}

interface PartProps {
  readonly rule: AssignmentRule;
  readonly onChange: (patch: Partial<AssignmentRule>) => void;
}

function Who({ rule, onChange }: PartProps) {
  const { t } = useTranslation('assignments');
  return (
    <Section title={t('rule.who')}>
      <span>{t('rule.whoHint')}</span>
      <PickedField kind="groups" picked={rule.groups} onChange={(groups) => onChange({ groups })} />
      <PickedField kind="units" picked={rule.units} onChange={(units) => onChange({ units })} />
      <PickedField kind="people" picked={rule.people} onChange={(people) => onChange({ people })} />
      <ConditionEditor condition={rule.condition} onChange={(condition) => onChange({ condition })} />
    </Section>
  );
}

/** Addresses, one a line or with commas between them. */
const readMailboxes = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
];

function Mail({ rule, onChange }: PartProps) {
  const { t } = useTranslation('assignments');
  const styles = useStyles();
  const [mailboxes, setMailboxes] = useState(rule.mailboxes.join('\n'));
  return (
    <Section title={t('rule.mail')}>
      <div role="group" aria-label={t('rule.composeTypes')} className={styles.row}>
        {composeTypeSchema.options.map((composeType) => (
          <Checkbox
            key={composeType}
            label={t(`rule.on.${composeType}`)}
            checked={rule.composeTypes.length === 0 || rule.composeTypes.includes(composeType)}
            onChange={(_event, { checked }) => {
              const all = rule.composeTypes.length === 0 ? composeTypeSchema.options : rule.composeTypes;
              const next = composeTypeSchema.options.filter((one) =>
                one === composeType ? checked === true : all.includes(one),
              );
              // None at all would mean every kind: the last one stays.
              if (next.length > 0) onChange({ composeTypes: next.length === 3 ? [] : next });
            }}
          />
        ))}
      </div>
      <ChoiceField
        label={t('rule.recipients')}
        value={rule.recipients}
        choices={(['any', 'internal', 'external'] as const).map((value) => ({ value, text: t(`rule.to.${value}`) }))}
        onChange={(recipients) => onChange({ recipients })}
      />
      <TextField
        label={t('rule.mailboxes')}
        hint={t('rule.mailboxesHint')}
        value={mailboxes}
        rows={2}
        onChange={(text) => {
          setMailboxes(text);
          onChange({ mailboxes: readMailboxes(text) });
        }}
      />
    </Section>
  );
}

function Dates({ rule, onChange }: PartProps) {
  const { t } = useTranslation('assignments');
  const styles = useStyles();
  return (
    <Section title={t('rule.dates')}>
      <div className={styles.row}>
        <DateField label={t('rule.from')} value={rule.from} onChange={(from) => onChange({ from })} />
        <DateField label={t('rule.until')} value={rule.until} onChange={(until) => onChange({ until })} />
        {(rule.from !== null || rule.until !== null) && (
          <TimeZoneField value={rule.timeZone} onChange={(timeZone) => onChange({ timeZone })} />
        )}
      </div>
    </Section>
  );
}

const mailAddress = /^[^\s@]+@[^\s@]+$/;

/** What is still wrong with a rule, or null. */
function complaintOf(rule: AssignmentRule): 'dates' | 'mailbox' | null {
  if (rule.from !== null && rule.until !== null && rule.until < rule.from) return 'dates';
  return rule.mailboxes.every((address) => mailAddress.test(address)) ? null : 'mailbox';
}

/** What is wrong stands below the last field, which may be as far as one can see. */
const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' });

interface RuleDialogProps {
  readonly rule: AssignmentRule;
  readonly isNew: boolean;
  readonly onDone: (rule: AssignmentRule) => void;
  readonly onClose: () => void;
}

/** One rule, whole: nothing is taken over before it is done. */
export function RuleDialog({ rule: first, isNew, onDone, onClose }: RuleDialogProps) {
  const { t } = useTranslation('assignments');
  const styles = useStyles();
  const [rule, setRule] = useState(first);
  const change = (patch: Partial<AssignmentRule>) => setRule((now) => ({ ...now, ...patch }));
  const complaint = complaintOf(rule);
  const part = { rule, onChange: change };
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t(isNew ? 'rule.new' : 'rule.edit')}</DialogTitle>
          <DialogContent className={styles.content}>
            <Section title={t('rule.what')}>
              <TextField
                label={t('rule.name')}
                value={rule.name}
                maxLength={120}
                onChange={(name) => change({ name })}
              />
              <OutcomeField label={t('rule.gets')} outcome={rule.outcome} onChange={(outcome) => change({ outcome })} />
              <AlsoField also={rule.also} onChange={(also) => change({ also })} />
              <Switch
                label={t('rule.enabled')}
                checked={rule.enabled}
                onChange={(_event, { checked }) => change({ enabled: checked })}
              />
            </Section>
            <Who {...part} />
            <Mail {...part} />
            <Dates {...part} />
            {complaint && (
              <span key={complaint} role="alert" ref={intoView} className={styles.wrong}>
                {t(`rule.wrong.${complaint}`)}
              </span>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <Button
              appearance="primary"
              disabledFocusable={complaint !== null}
              onClick={() => {
                if (complaint === null) onDone({ ...rule, name: rule.name.trim() });
              }}
            >
              {t('rule.done')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
