import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchRegular } from '../../ui/icons.ts';
import { hasCommandKey, isApple } from '../../ui/window/commandKey.ts';
import { useIsWide } from '../../ui/window/useIsWide.ts';
import { openEarlyKeys } from './earlyKeys.ts';

const Palette = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'page-palette' */ './Palette.tsx')).Palette,
}));

const useStyles = makeStyles({
  wide: { fontWeight: tokens.fontWeightRegular, minWidth: '200px', justifyContent: 'flex-start' },
  key: {
    marginInlineStart: 'auto',
    paddingInlineStart: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

/** Opens the palette; so does Ctrl+K (⌘K on a Mac) from anywhere. Closed without a choice, the focus goes back to where it was. */
export function PaletteButton() {
  const { t } = useTranslation();
  const styles = useStyles();
  const isWide = useIsWide(1024);
  /** Null until it was opened for the first time. */
  const [isOpen, setOpen] = useState<boolean | null>(null);
  const before = useRef<Element | null>(null);
  const [early] = useState(openEarlyKeys);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      early.hear(event);
      // What a browser fills in by itself comes as a key without a name and without any other key.
      if (!hasCommandKey(event) || event.shiftKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      if (before.current === null) early.begin(event.timeStamp);
      before.current ??= document.activeElement;
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [early]);
  const open = () => {
    before.current = document.activeElement;
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    const target = before.current;
    before.current = null;
    if (target instanceof HTMLElement && target !== document.body) queueMicrotask(() => target.focus());
  };
  return (
    <>
      {isWide ? (
        <Button
          className={styles.wide}
          icon={<SearchRegular />}
          aria-keyshortcuts={isApple() ? 'Meta+K' : 'Control+K'}
          onClick={open}
        >
          {t('palette.open')}
          <span className={styles.key} aria-hidden>
            {isApple() ? '⌘K' : 'Ctrl K'}
          </span>
        </Button>
      ) : (
        <Button appearance="subtle" icon={<SearchRegular />} aria-label={t('palette.open')} onClick={open} />
      )}
      {isOpen !== null && (
        <Suspense fallback={null}>
          <Palette isOpen={isOpen} takeTyped={early.take} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
