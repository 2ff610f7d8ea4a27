import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ScopeVerdict } from '../../../server/src/contract/people/scope.ts';
import { inclusionText, omissionText } from './scopeText.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, lineHeight: tokens.lineHeightBase300 },
  text: { margin: 0 },
});

/** Why somebody is in scope or not, as sentences. */
export function ScopeReasons({ verdict }: { verdict: ScopeVerdict }) {
  const { i18n, t } = useTranslation('scope');
  const styles = useStyles();
  const reasons = verdict.inScope ? verdict.reasons : verdict.despite;
  const sentences = reasons.map((reason) => inclusionText(i18n, reason));
  const list = (
    <ul className={styles.list}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
  if (verdict.inScope) return sentences.length === 1 ? <p className={styles.text}>{sentences[0]}</p> : list;
  return (
    <>
      <p className={styles.text}>{omissionText(i18n, verdict.omission)}</p>
      {sentences.length > 0 && (
        <>
          <p className={styles.text}>{t('despite')}</p>
          {list}
        </>
      )}
    </>
  );
}
