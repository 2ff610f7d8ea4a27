import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { TeammateSummary } from '../../server/src/contract/teammates.ts';
import { useFormats } from '../i18n/useFormats.ts';
import { fieldName } from './fieldName.ts';

const useStyles = makeStyles({
  root: { display: 'inline-flex', flexDirection: 'column', gap: '3px', width: '64px' },
  small: { width: '36px' },
  words: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  track: {
    display: 'block',
    height: '4px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: 'hidden',
  },
  fill: { display: 'block', height: '100%', backgroundColor: tokens.colorBrandBackground },
  whole: { backgroundColor: tokens.colorPaletteGreenBackground3 },
});

interface CompletenessBarProps extends Pick<TeammateSummary, 'completeness'> {
  readonly isSmall?: boolean;
}

/** How much of what signatures show is known about somebody, and what is not. */
export function CompletenessBar({ completeness, isSmall = false }: CompletenessBarProps) {
  const { t, i18n } = useTranslation('teammates');
  const styles = useStyles();
  const formats = useFormats();
  const { filled, of, missing } = completeness;
  const names = formats.list(missing.map((key) => fieldName(i18n, key)));
  const text = missing.length === 0 ? t('filled.whole') : t('filled.missing', { filled, of, names });
  return (
    <span className={mergeClasses(styles.root, isSmall && styles.small)} role="img" aria-label={text} title={text}>
      <Caption1 className={styles.words} aria-hidden>
        {filled}/{of}
      </Caption1>
      <span className={styles.track} aria-hidden>
        <span
          className={mergeClasses(styles.fill, missing.length === 0 && styles.whole)}
          style={{ width: `${of === 0 ? 100 : (100 * filled) / of}%` }}
        />
      </span>
    </span>
  );
}
