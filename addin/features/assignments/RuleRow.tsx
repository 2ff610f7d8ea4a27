import {
  Badge,
  Body1Strong,
  Button,
  Caption1,
  Tooltip,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssignmentEffect, AssignmentRule } from '../../../server/src/contract/signatures/assignments.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { RouterLink } from '../../ui/buttons/RouterLink.tsx';
import {
  ArrowDownRegular,
  ArrowUpRegular,
  DeleteRegular,
  EditRegular,
  ReOrderDotsVerticalRegular,
} from './assignmentIcons.ts';
import { ruleNotes } from './ruleNotes.ts';
import { ruleSentence } from './ruleSentence.ts';
import { useRuleDrag } from './useRuleDrag.ts';

const useStyles = makeStyles({
  rule: {
    display: 'grid',
    position: 'relative',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'center',
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  off: { opacity: 0.7 },
  place: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  grip: { display: 'flex', cursor: 'grab', color: tokens.colorNeutralForeground3, touchAction: 'none' },
  mark: {
    position: 'absolute',
    insetInlineStart: 0,
    insetInlineEnd: 0,
    height: '3px',
    pointerEvents: 'none',
    backgroundColor: tokens.colorBrandStroke1,
  },
  before: { top: '-6px' },
  after: { bottom: '-6px' },
  number: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  words: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  facts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    '@media (max-width: 559px)': { gridColumn: '1 / -1', justifySelf: 'end' },
  },
});

export interface RuleActions {
  readonly onMove: (id: string, by: -1 | 1) => void;
  readonly onDrop: (id: string, at: { onId: string; after: boolean }) => void;
  readonly onEdit: (rule: AssignmentRule) => void;
  readonly onRemove: (rule: AssignmentRule) => void;
}

interface RuleRowProps {
  readonly rule: AssignmentRule;
  readonly position: number;
  readonly isLast: boolean;
  readonly names: ReadonlyMap<string, string>;
  readonly unpublished: boolean;
  readonly effect: AssignmentEffect | undefined;
  /** Whether the rules are as they are saved: only then is there a list of whom they decide about. */
  readonly isSaved: boolean;
  /** Null for those who may only look. */
  readonly actions: RuleActions | null;
}

interface ButtonsProps extends Pick<RuleRowProps, 'rule' | 'position' | 'isLast'> {
  readonly actions: RuleActions;
  readonly label: string;
}

function Buttons({ rule, position, isLast, actions, label }: ButtonsProps) {
  const { t } = useTranslation('assignments');
  const styles = useStyles();
  const isFirst = position === 1;
  const move = (by: -1 | 1) => {
    if (by === -1 ? isFirst : isLast) return;
    actions.onMove(rule.id, by);
    // The row is taken out of the page and put back elsewhere, and the keyboard with it.
    const name = by === -1 ? 'up' : 'down';
    requestAnimationFrame(() => document.getElementById(`${rule.id}-${name}`)?.focus());
  };
  const buttons = [
    { name: 'up', icon: <ArrowUpRegular />, act: () => move(-1), isOff: isFirst },
    { name: 'down', icon: <ArrowDownRegular />, act: () => move(1), isOff: isLast },
    { name: 'edit', icon: <EditRegular />, act: () => actions.onEdit(rule), isOff: false },
    { name: 'remove', icon: <DeleteRegular />, act: () => actions.onRemove(rule), isOff: false },
  ];
  return (
    <span className={styles.buttons}>
      {buttons.map(({ name, icon, act, isOff }) => (
        <Tooltip key={name} content={t(`row.${name}`, { rule: label })} relationship="label">
          <Button
            id={`${rule.id}-${name}`}
            appearance="subtle"
            icon={icon}
            disabledFocusable={isOff}
            onClick={act}
            onKeyDown={(event) => {
              if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
              event.preventDefault();
              move(event.key === 'ArrowUp' ? -1 : 1);
            }}
          />
        </Tooltip>
      ))}
    </span>
  );
}

interface EverybodyProps {
  readonly id: string;
  readonly effect: AssignmentEffect['rules'][number] | undefined;
  readonly label: string;
}

/** The way to all those about whom the rule decides. */
function Everybody({ id, effect, label }: EverybodyProps) {
  const { t } = useTranslation('assignments');
  if (effect === undefined || effect.decides === 0) return null;
  return (
    <RouterLink to={`/assignments/people?rule=${id}`} label={t('row.everybodyOf', { rule: label })}>
      {t('row.everybody')}
    </RouterLink>
  );
}

interface FactsProps extends Pick<RuleRowProps, 'rule' | 'unpublished' | 'effect' | 'isSaved'> {
  readonly label: string;
}

function Facts({ rule, unpublished, effect: all, isSaved, label }: FactsProps) {
  const { t } = useTranslation('assignments');
  const { number, list } = useFormats();
  const styles = useStyles();
  const effect = all?.rules.find(({ id }) => id === rule.id);
  return (
    <span className={styles.facts}>
      {!rule.enabled && <Badge appearance="outline">{t('row.off')}</Badge>}
      {unpublished && (
        <Badge appearance="tint" color="warning">
          {t('row.unpublished')}
        </Badge>
      )}
      {effect && rule.enabled && (
        <Caption1 className={styles.quiet}>
          {t('row.decides', { count: effect.decides, formatted: number(effect.decides) })}
          {effect.matches > effect.decides && ` ${t('row.matches', { formatted: number(effect.matches) })}`}
        </Caption1>
      )}
      {isSaved && <Everybody id={rule.id} effect={effect} label={label} />}
      {all &&
        ruleNotes(rule, all).map(({ note, names }) => (
          <Badge
            key={note}
            appearance="tint"
            color={note === 'nobody' || note === 'before' ? 'informative' : 'warning'}
          >
            {t(`note.${note}`, { names: list(names) })}
          </Badge>
        ))}
    </span>
  );
}

interface GripProps {
  readonly id: string;
  readonly row: React.RefObject<HTMLLIElement | null>;
  readonly actions: RuleActions;
}

/** What one takes hold of to drag the rule; the keyboard has the buttons. */
function Grip({ id, row, actions }: GripProps) {
  const styles = useStyles();
  const grip = useRef<HTMLSpanElement>(null);
  const side = useRuleDrag({ id, row, grip, onDrop: (dragged, after) => actions.onDrop(dragged, { onId: id, after }) });
  return (
    <>
      <span ref={grip} className={styles.grip} data-grip aria-hidden>
        <ReOrderDotsVerticalRegular />
      </span>
      {side && <span className={mergeClasses(styles.mark, styles[side])} />}
    </>
  );
}

/** One rule as a sentence, with how many it decides about. Alt and arrows move it. */
export function RuleRow({ rule, position, isLast, names, unpublished, effect, isSaved, actions }: RuleRowProps) {
  const { t, i18n } = useTranslation('assignments');
  const formats = useFormats();
  const styles = useStyles();
  const { who, what, also, when } = ruleSentence({ texts: i18n, formats, names }, rule);
  const label = rule.name === '' ? who : rule.name;
  const row = useRef<HTMLLIElement>(null);
  return (
    <li ref={row} className={mergeClasses(styles.rule, !rule.enabled && styles.off)}>
      <span className={styles.place}>
        {actions && <Grip id={rule.id} row={row} actions={actions} />}
        <span className={styles.number}>{position}</span>
      </span>
      <span className={styles.words}>
        {rule.name !== '' && <Caption1 className={styles.quiet}>{rule.name}</Caption1>}
        <span>
          {t('row.get', { who })} <Body1Strong>{what}</Body1Strong>
          {when === '' ? '' : ` ${when}`}
        </span>
        {also !== '' && <Caption1 className={styles.quiet}>{also}</Caption1>}
        <Facts rule={rule} unpublished={unpublished} effect={effect} isSaved={isSaved} label={label} />
      </span>
      {actions && <Buttons rule={rule} actions={actions} position={position} isLast={isLast} label={label} />}
    </li>
  );
}
