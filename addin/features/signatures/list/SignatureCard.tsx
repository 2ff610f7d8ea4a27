import { Button, Caption1, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useMayDesign } from '../../../api/client/useMayDesign.ts';
import { useSignature } from '../../../api/signatures/signaturesApi.ts';
import type { SignatureSummary } from '../../../../server/src/contract/signatures/signatureList.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { RouterLink } from '../../../ui/buttons/RouterLink.tsx';
import { useCardStyles } from '../shared/cardStyles.ts';
import { SignaturePicture } from '../shared/SignaturePicture.tsx';
import { StateBadge } from '../shared/StateBadge.tsx';
import { CopyRegular, DeleteRegular, MoreHorizontalRegular, RenameRegular } from '../signatureIcons.ts';
import { useSeen } from './useSeen.ts';

export interface CardActions {
  readonly onRename: (signature: SignatureSummary) => void;
  readonly onDuplicate: (signature: SignatureSummary) => void;
  readonly onDelete: (signature: SignatureSummary) => void;
}

function CardMenu({ signature, actions }: { signature: SignatureSummary; actions: CardActions }) {
  const { t } = useTranslation('signatures');
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={t('list.more', { name: signature.name })}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<RenameRegular />} onClick={() => actions.onRename(signature)}>
            {t('list.rename')}
          </MenuItem>
          <MenuItem icon={<CopyRegular />} onClick={() => actions.onDuplicate(signature)}>
            {t('list.duplicate')}
          </MenuItem>
          <MenuItem icon={<DeleteRegular />} onClick={() => actions.onDelete(signature)}>
            {t('list.delete')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** One signature: how it looks for somebody, whether people get it, and what can be done with it. */
export function SignatureCard({ signature, actions }: { signature: SignatureSummary; actions: CardActions }) {
  const { t } = useTranslation('signatures');
  const { number } = useFormats();
  const styles = useCardStyles();
  const mayDesign = useMayDesign();
  const { ref, isSeen } = useSeen<HTMLLIElement>();
  const { data } = useSignature(signature.id, { enabled: isSeen });
  const { name, state, usedInRules } = signature;
  return (
    <li ref={ref} className={styles.card}>
      <SignaturePicture name={name} design={data?.draft} />
      <div className={styles.words}>
        <div className={styles.text}>
          <h2 className={styles.name}>
            <RouterLink to={`/signatures/${signature.id}`} className={styles.cover}>
              {name}
            </RouterLink>
          </h2>
          <span className={styles.facts}>
            <StateBadge state={state} />
            <Caption1 className={styles.fact}>
              {usedInRules === 0
                ? t('list.unused')
                : t('list.usedIn', { count: usedInRules, formatted: number(usedInRules) })}
            </Caption1>
          </span>
        </div>
        {mayDesign && (
          <span className={styles.above}>
            <CardMenu signature={signature} actions={actions} />
          </span>
        )}
      </div>
    </li>
  );
}
