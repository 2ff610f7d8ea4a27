import { Switch, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';

const useStyles = makeStyles({
  // Fluent keeps room around what slides.
  root: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  hint: { margin: 0, marginInlineStart: '60px', color: tokens.colorNeutralForeground2, maxWidth: '62ch' },
});

interface SettingSwitchProps {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Something to switch on or off, with what that means right now. */
export function SettingSwitch({ label, hint, checked, isReadOnly, onChange }: SettingSwitchProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.root}>
      <Switch
        label={label}
        checked={checked}
        disabled={isReadOnly}
        aria-describedby={id}
        onChange={(_, data) => onChange(data.checked)}
      />
      <p className={styles.hint} id={id}>
        {hint}
      </p>
    </div>
  );
}
