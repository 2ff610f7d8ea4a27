import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { TeammateSummary } from '../../../server/src/contract/people/teammates.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { useChangeName } from '../changes/useChangeName.ts';
import { ShareBar } from './ShareBar.tsx';

const useStyles = makeStyles({
  root: { display: 'inline-flex', flexDirection: 'column', gap: '3px', width: '64px' },
  small: { width: '36px' },
  words: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
});

interface CompletenessBarProps extends Pick<TeammateSummary, 'completeness'> {
  readonly isSmall?: boolean;
}

/** How much of what signatures show is known about somebody, and what is not. */
export function CompletenessBar({ completeness, isSmall = false }: CompletenessBarProps) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const formats = useFormats();
  const { filled, of, missing } = completeness;
  const names = formats.list(missing.map(useChangeName(missing)));
  const text = missing.length === 0 ? t('filled.whole') : t('filled.missing', { filled, of, names });
  return (
    <span className={mergeClasses(styles.root, isSmall && styles.small)} role="img" aria-label={text} title={text}>
      <Caption1 className={styles.words} aria-hidden>
        {filled}/{of}
      </Caption1>
      <ShareBar part={filled} of={of} />
    </span>
  );
}
