import { Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Assignments } from '../../../../server/src/contract/signatures/assignments.ts';
import type { Signature } from '../../../../server/src/contract/signatures/signatures.ts';
import { useAssignmentEffect, useAssignments } from '../../../api/signatures/assignmentsApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { Loaded } from '../../../ui/page/Loaded.tsx';
import { Panel } from '../../../ui/page/Panel.tsx';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';
import { RouterLink } from '../../../ui/buttons/RouterLink.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  rule: { display: 'flex', flexDirection: 'column', gap: '2px' },
  people: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

function Rules({ assignments, signatureId }: { assignments: Assignments; signatureId: string }) {
  const { t } = useTranslation('signatures');
  const { number } = useFormats();
  const styles = useStyles();
  const effect = useAssignmentEffect(assignments);
  const names = (outcome: Assignments['otherwise']) =>
    outcome.kind === 'signature' && outcome.signatureId === signatureId;
  const rules = assignments.rules.filter(({ outcome }) => names(outcome));
  const isOtherwise = names(assignments.otherwise);
  const offers = (also: readonly string[] | undefined) => also?.includes(signatureId) === true;
  const offering = [
    ...assignments.rules
      .filter(({ also }) => offers(also))
      .map(({ id, name }) => ({ id, name: name || t('who.unnamed') })),
    ...(offers(assignments.also) ? [{ id: 'also', name: t('who.otherwise') }] : []),
  ];
  if (rules.length + offering.length === 0 && !isOtherwise) return <span>{t('who.nobody')}</span>;
  const count = (people: number | undefined) =>
    people === undefined ? '' : t('who.people', { count: people, formatted: number(people) });
  return (
    <ul className={styles.list}>
      {rules.map(({ id, name, enabled }) => {
        const one = effect.data?.rules.find((rule) => rule.id === id);
        const label = name === '' ? t('who.unnamed') : name;
        return (
          <li key={id} className={styles.rule}>
            <Body1Strong>{label}</Body1Strong>
            <Caption1 className={styles.quiet}>{enabled ? count(one?.decides) : t('who.off')}</Caption1>
            <span className={styles.people}>
              {one?.sample.map((person) => (
                <RouterLink key={person.id} to={`/teammates/${person.id}`}>
                  <bdi>{person.displayName}</bdi>
                </RouterLink>
              ))}
              {one !== undefined && one.decides > one.sample.length && (
                <RouterLink to={`/assignments/people?rule=${id}`} label={t('who.everybodyOf', { rule: label })}>
                  {t('who.everybody')}
                </RouterLink>
              )}
            </span>
          </li>
        );
      })}
      {isOtherwise && (
        <li className={styles.rule}>
          <Body1Strong>{t('who.otherwise')}</Body1Strong>
          <Caption1 className={styles.quiet}>{count(effect.data?.otherwise)}</Caption1>
          {(effect.data?.otherwise ?? 0) > 0 && (
            <span>
              <RouterLink
                to="/assignments/people?only=otherwise"
                label={t('who.everybodyOf', { rule: t('who.otherwise') })}
              >
                {t('who.everybody')}
              </RouterLink>
            </span>
          )}
        </li>
      )}
      {offering.map(({ id, name }) => (
        <li key={`also ${id}`} className={styles.rule}>
          <Body1Strong>{name}</Body1Strong>
          <Caption1 className={styles.quiet}>{t('who.also')}</Caption1>
        </li>
      ))}
    </ul>
  );
}

/** By which rules people get this signature, and how many. */
export function WhoPanel({ signature }: { signature: Signature }) {
  const { t } = useTranslation('signatures');
  const styles = useStyles();
  const saved = useAssignments();
  return (
    <Panel title={t('who.title')}>
      {signature.state === 'draft' && <Caption1>{t('who.draft')}</Caption1>}
      <Loaded query={saved}>{(data) => <Rules assignments={data.assignments} signatureId={signature.id} />}</Loaded>
      <span className={styles.buttons}>
        <RouterButton to={`/assignments/people?signature=${signature.id}`}>{t('who.list')}</RouterButton>
        <RouterButton to="/assignments">{t('who.change')}</RouterButton>
      </span>
    </Panel>
  );
}
