import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection, RegistrationResult } from '../../../../server/src/contract/manage/connection.ts';
import { RegistrationForm } from './RegistrationForm.tsx';

const useStyles = makeStyles({ open: { alignSelf: 'flex-start' } });

interface ReplaceCredentialProps {
  readonly connection: Connection;
  readonly onSaved: (result: RegistrationResult) => void;
}

/** A new secret or certificate for the registration in use. The dialog goes once it was accepted, not before. */
export function ReplaceCredential({ connection, onSaved }: ReplaceCredentialProps) {
  const { t } = useTranslation('registration');
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={(_, { open }) => setIsOpen(open)} modalType="modal">
      <DialogTrigger disableButtonEnhancement>
        <Button className={styles.open}>{t('replaceOpen')}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('replaceOpen')}</DialogTitle>
          <DialogContent>
            <p>{t('replaceIntro')}</p>
            <RegistrationForm
              connection={connection}
              onSaved={(result) => {
                setIsOpen(false);
                onSaved(result);
              }}
            />
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{t('replaceCancel')}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
