import { Button, Caption1, Field, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recognised } from '../../../../server/src/contract/signatures/signatures.ts';
import { useSession } from '../../../api/client/ApiContext.tsx';
import { FileButton } from '../../../ui/buttons/FileButton.tsx';
import { BackLink } from '../../../ui/page/BackLink.tsx';
import { useFieldCatalogue } from '../../../ui/fields/useFieldCatalogue.ts';
import { Page } from '../../../ui/page/Page.tsx';
import { Panel } from '../../../ui/page/Panel.tsx';
import { ActionNotice } from '../../../ui/notices/ActionNotice.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { TeammatePicker } from '../../../ui/people/TeammatePicker.tsx';
import { SignaturePicture } from '../shared/SignaturePicture.tsx';
import { readHtmlFile } from './readHtmlFile.ts';
import { StayingNotice } from './StayingNotice.tsx';
import { usePasted } from './usePasted.ts';
import { useStartSignature } from './useStartSignature.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  found: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  picture: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
});

interface ResultProps {
  readonly recognised: Recognised;
  readonly isStarting: boolean;
  readonly onUse: () => void;
}

function Result({ recognised, isStarting, onUse }: ResultProps) {
  const { t } = useTranslation('signatures');
  const { labelOf } = useFieldCatalogue();
  const styles = useStyles();
  const { design, found, unknown, lostImages, staying, teammateId } = recognised;
  return (
    <Panel title={t('paste.result')}>
      <div className={styles.picture}>
        <SignaturePicture name={t('paste.result')} design={design} teammateId={teammateId ?? undefined} height={240} />
      </div>
      {found.length === 0 ? (
        <Caption1>{t('paste.nothing')}</Caption1>
      ) : (
        <ul className={styles.found} aria-label={t('paste.found')}>
          {found.map(({ text, field }) => (
            <li key={`${field} ${text}`}>{t('paste.pair', { text, field: labelOf(field) })}</li>
          ))}
        </ul>
      )}
      {unknown.length > 0 && (
        <ActionNotice intent="warning">{t('paste.unknown', { list: unknown.join(', ') })}</ActionNotice>
      )}
      {lostImages > 0 && <ActionNotice intent="warning">{t('paste.lostImages', { count: lostImages })}</ActionNotice>}
      <StayingNotice staying={staying} />
      <span>
        <Button appearance="primary" disabledFocusable={isStarting} onClick={onUse}>
          {t('paste.use')}
        </Button>
      </span>
    </Panel>
  );
}

/** So many characters of what was pasted stand in the field. */
const longestShown = 100_000;

/** Makes a signature of one that somebody has already, with fields in the places of their own values. */
export function PastePage() {
  const { t } = useTranslation('signatures');
  const styles = useStyles();
  const { user } = useSession();
  const { start, isStarting, problem } = useStartSignature();
  const [whose, setWhose] = useState({ id: user.id, displayName: user.displayName });
  const [text, setText] = useState('');
  // Whoever looks after signatures need not be a teammate; of others it would be a mistake.
  const { recognised, isBusy, error, look } = usePasted(whose.id === user.id ? null : whose.id);
  return (
    <Page title={t('paste.title')} lead={t('paste.lead')} before={<BackLink to="/signatures">{t('title')}</BackLink>}>
      <div className={styles.columns}>
        <Panel title={t('paste.from')}>
          <Field label={t('paste.whose')}>
            <TeammatePicker value={whose.displayName} onPick={setWhose} />
          </Field>
          <Field label={t('paste.area')} hint={t('paste.hint')}>
            <Textarea
              value={text}
              rows={8}
              resize="vertical"
              onChange={(_event, { value }) => setText(value)}
              onPaste={(event) => {
                const html = event.clipboardData.getData('text/html');
                const plain = event.clipboardData.getData('text/plain');
                const pictures = [...event.clipboardData.files].filter(({ type }) => type.startsWith('image/'));
                // A browser stands still over a field with megabytes of text in it.
                const isTooLong = plain.length > longestShown;
                if (html === '' && pictures.length === 0 && !isTooLong) return;
                event.preventDefault();
                setText((before) => (isTooLong ? '' : plain) || before);
                void look(html || plain, pictures);
              }}
            />
          </Field>
          <span className={styles.ways}>
            <Button disabledFocusable={text.trim() === '' || isBusy} onClick={() => void look(text)}>
              {t('paste.look')}
            </Button>
            <FileButton
              text={t('paste.file')}
              accept=".htm,.html,text/html"
              isBusy={isBusy}
              onChosen={(file) => void readHtmlFile(file).then((html) => look(html))}
            />
          </span>
          {error !== null && <ProblemNotice error={error} />}
          {problem !== null && <ProblemNotice error={problem} />}
        </Panel>
        {recognised && (
          <Result
            recognised={recognised}
            isStarting={isStarting}
            onUse={() => start(t('paste.name', { name: whose.displayName }), recognised.design)}
          />
        )}
      </div>
    </Page>
  );
}
