import { Button, type ButtonProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { fileSaving, openInBrowser } from '../../office/fileSaving.ts';
import { OpenRegular } from '../icons.ts';

function InBrowser({ size }: { size: ButtonProps['size'] }) {
  const { t } = useTranslation('inputs');
  // The pages live in memory inside Outlook, so the address of the window tells nothing.
  const { pathname, search } = useLocation();
  return (
    <Button {...(size ? { size } : {})} icon={<OpenRegular />} onClick={() => openInBrowser(pathname + search)}>
      {t('download.inBrowser')}
    </Button>
  );
}

interface FileSavingProps {
  readonly size?: ButtonProps['size'];
  /** The buttons that save a file. */
  readonly children: ReactNode;
}

/** Buttons that save a file, where files can be saved; else one that leads to where they can, if anything does. */
export function FileSaving({ size, children }: FileSavingProps) {
  const saving = fileSaving();
  if (saving === 'here') return children;
  return saving === 'inBrowser' ? <InBrowser size={size} /> : null;
}
