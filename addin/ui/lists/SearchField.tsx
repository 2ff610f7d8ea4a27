import { SearchBox, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({ box: { width: '100%', maxWidth: 'none' } });

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Search as you type; the label doubles as the placeholder, so there is nothing to read twice. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <SearchBox
      className={styles.box}
      aria-label={label}
      placeholder={label}
      value={value}
      maxLength={120}
      onChange={(_, data) => onChange(data.value)}
      dismiss={{ 'aria-label': t('search.clear') }}
    />
  );
}
