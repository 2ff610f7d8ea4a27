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
import { addresseeSchema, mostAddresseesOfRule } from '../../../server/src/contract/signatures/addressee.ts';
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
const readList = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
];

interface ListFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly list: readonly string[];
  readonly onChange: (list: string[]) => void;
}

/** What is typed stays as it is typed. */
function ListField({ label, hint, list, onChange }: ListFieldProps) {
  const [text, setText] = useState(list.join('\n'));
  return (
    <TextField
      label={label}
      hint={hint}
      value={text}
      rows={2}
      onChange={(typed) => {
        setText(typed);
        onChange(readList(typed));
      }}
    />
  );
}

function Mail({ rule, onChange }: PartProps) {
  const { t } = useTranslation('assignments');
  const styles = useStyles();
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
      <ListField
        label={t('rule.addressees')}
        hint={t('rule.addresseesHint')}
        list={rule.addressees ?? []}
        onChange={(addressees) => onChange({ addressees: addressees.length === 0 ? undefined : addressees })}
      />
      <ListField
        label={t('rule.mailboxes')}
        hint={t('rule.mailboxesHint')}
        list={rule.mailboxes}
        onChange={(mailboxes) => onChange({ mailboxes })}
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
function complaintOf(rule: AssignmentRule): 'dates' | 'mailbox' | 'addressee' | 'addressees' | null {
  const { from, until, mailboxes, addressees = [] } = rule;
  if (from !== null && until !== null && until < from) return 'dates';
  if (!mailboxes.every((address) => mailAddress.test(address))) return 'mailbox';
  if (!addressees.every((addressee) => addresseeSchema.safeParse(addressee).success)) return 'addressee';
  return addressees.length > mostAddresseesOfRule ? 'addressees' : null;
}

/** As the API reads them: each once, a web address as its domain. */
const tidied = (rule: AssignmentRule): AssignmentRule => {
  const { addressees, ...rest } = rule;
  if (addressees === undefined) return rest;
  return { ...rest, addressees: [...new Set(addressees.map((addressee) => addresseeSchema.parse(addressee)))] };
};

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
                if (complaint === null) onDone(tidied({ ...rule, name: rule.name.trim() }));
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
