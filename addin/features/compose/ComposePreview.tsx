import {
  Button,
  FluentProvider,
  Switch,
  Tab,
  TabList,
  Text,
  makeStyles,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useMayDesign } from '../../api/client/useMayDesign.ts';
import { composeTypeSchema, type ComposeType } from '../../../server/src/contract/signatures/me.ts';
import { useAuth } from '../../auth/AuthContext.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { useFromAddress } from '../../ui/state/useFromAddress.ts';
import { useKeptInAddress } from '../../ui/state/useKeptInAddress.ts';
import { useSettled } from '../../ui/state/useSettled.ts';
import { TeammatePicker } from '../../ui/people/TeammatePicker.tsx';
import { bodyDocument } from './frame/bodyDocument.ts';
import { ArrowClockwiseRegular } from './composeIcons.ts';
import { ComposeWindow } from './ComposeWindow.tsx';
import { HandlerSteps } from './outcome/HandlerSteps.tsx';
import { mailTexts } from './mailTexts.ts';
import { OutcomeNotice } from './outcome/OutcomeNotice.tsx';
import { describeRun } from './outcome/runOutcome.ts';
import { senderOf, type Sender } from './sender.ts';
import { askedOf, RuleTrace, type Choices } from './outcome/RuleTrace.tsx';
import { SideBySide } from './SideBySide.tsx';
import { useEventHandler, type HandlerRun } from './useEventHandler.ts';
import { useSender } from './useSender.ts';

const useStyles = makeStyles({
  controls: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
  tabs: { flexWrap: 'wrap', minWidth: 0, marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalMNudge})` },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
    '@media (min-width: 1000px)': { gridTemplateColumns: 'minmax(0, 5fr) minmax(280px, 3fr)' },
  },
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  hint: { color: tokens.colorNeutralForeground2 },
  theme: { backgroundColor: 'transparent' },
});

const prefersDark = (): boolean => window.matchMedia('(prefers-color-scheme: dark)').matches;

interface MailChoice {
  readonly composeType: ComposeType;
  readonly format: 'html' | 'text';
  /** Counts how often the same mail was started again. */
  readonly round: number;
}

const mailIn = (address: URLSearchParams): MailChoice => ({
  composeType: composeTypeSchema.safeParse(address.get('kind')).data ?? 'newMail',
  format: address.get('format') === 'text' ? 'text' : 'html',
  round: 0,
});

/** Which mail is written, kept in the address. */
function useMail() {
  const [mail, setMail] = useFromAddress(mailIn);
  const { composeType, format } = mail;
  useKeptInAddress({
    kind: composeType === 'newMail' ? '' : composeType,
    format: format === 'html' ? '' : format,
  });
  return [mail, setMail] as const;
}

/**
 * Fires what Outlook would fire: a changed From in an open mail is another event than a new mail. Everything else opens
 * a new mail.
 */
function useFiredEvents(start: ReturnType<typeof useEventHandler>['start'], sender: Sender | null, mail: MailChoice) {
  const { composeType, format, round } = mail;
  const address = sender?.address;
  const ownId = useSession().user.id;
  const previewOf = sender === null || sender.id === ownId ? null : sender.id;
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (address === undefined) return;
    const windowKey = `${composeType} ${format} ${round}`;
    const event = opened.current === windowKey ? 'onMessageFromChanged' : 'onNewMessageCompose';
    opened.current = windowKey;
    start(event, { kind: 'message', composeType, format, from: address, previewOf });
  }, [start, address, previewOf, composeType, format, round]);
}

interface ControlsProps {
  readonly tabsId: string;
  readonly mail: MailChoice;
  readonly isDark: boolean;
  readonly onMail: (mail: MailChoice) => void;
  readonly onDark: (isDark: boolean) => void;
}

function Controls({ tabsId, mail, isDark, onMail, onDark }: ControlsProps) {
  const { t } = useTranslation('compose');
  const styles = useStyles();
  return (
    <div className={styles.controls}>
      <TabList
        className={styles.tabs}
        aria-label={t('composeType.label')}
        selectedValue={mail.composeType}
        onTabSelect={(_event, { value }) => onMail({ ...mail, composeType: composeTypeSchema.parse(value) })}
      >
        {composeTypeSchema.options.map((composeType) => (
          <Tab key={composeType} id={`${tabsId}-${composeType}`} value={composeType}>
            {t(`composeType.${composeType}`)}
          </Tab>
        ))}
      </TabList>
      <Switch
        label={t('format.text')}
        checked={mail.format === 'text'}
        onChange={(_event, { checked }) => onMail({ ...mail, format: checked ? 'text' : 'html' })}
      />
      <Switch label={t('dark')} checked={isDark} onChange={(_event, { checked }) => onDark(checked)} />
      <Button icon={<ArrowClockwiseRegular />} onClick={() => onMail({ ...mail, round: mail.round + 1 })}>
        {t('again')}
      </Button>
    </div>
  );
}

interface BesideProps {
  readonly run: HandlerRun;
  readonly isDark: boolean;
  readonly trace: Parameters<typeof RuleTrace>[0];
}

/** What explains the mail beside it. */
function Beside({ run, isDark, trace }: BesideProps) {
  const { t } = useTranslation('compose');
  const styles = useStyles();
  const mayDesign = useMayDesign();
  return (
    <div className={styles.stack}>
      {mayDesign && <RuleTrace {...trace} />}
      <HandlerSteps steps={run.steps} />
      {isDark && <Text className={styles.hint}>{t('darkHint')}</Text>}
      {!mayDesign && <Text className={styles.hint}>{t('from.onlyYou')}</Text>}
    </div>
  );
}

/** Shows what Outlook would show: the mail of any teammate, with the signature the built event handler put in. */
export function ComposePreview() {
  const { t, i18n } = useTranslation('compose');
  const styles = useStyles();
  const fromId = useId();
  const tabsId = useId();
  const [mail, setMail] = useMail();
  const [isDark, setIsDark] = useState(prefersDark);
  const [choices, setChoices] = useState<Choices>({ recipients: null, to: null, date: null, from: null });
  const { sender, choose, canChoose } = useSender();
  const chosen = canChoose ? sender : null;
  const { frameRef, connect, run, start } = useEventHandler(useAuth().session.getToken);
  useFiredEvents(start, sender, mail);

  const texts = mailTexts(t, mail.composeType, sender ?? { id: '', name: '', address: '' });
  const { signature } = run;
  const { composeType, format } = mail;
  const asked = { composeType, ...askedOf(useSettled(choices)) };
  const document = bodyDocument({
    composeType,
    format,
    isDark,
    language: i18n.language,
    signature,
    words: texts.words,
  });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Controls tabsId={tabsId} mail={mail} isDark={isDark} onMail={setMail} onDark={setIsDark} />
      <OutcomeNotice outcome={describeRun(run)} name={sender?.name ?? ''} />
      <div className={styles.columns} role="tabpanel" aria-labelledby={`${tabsId}-${composeType}`}>
        <FluentProvider theme={isDark ? webDarkTheme : webLightTheme} className={styles.theme}>
          <ComposeWindow
            to={texts.to}
            subject={texts.subject}
            fromId={fromId}
            from={
              canChoose ? (
                <TeammatePicker
                  id={fromId}
                  appearance="underline"
                  value={sender ? `${sender.name} <${sender.address}>` : ''}
                  onPick={(teammate) => choose(senderOf(teammate))}
                />
              ) : (
                <output id={fromId}>{sender ? `${sender.name} <${sender.address}>` : ''}</output>
              )
            }
            document={document}
          />
        </FluentProvider>
        <Beside
          run={run}
          isDark={isDark}
          trace={{ sender: chosen, choices, asked, onChange: (patch) => setChoices((now) => ({ ...now, ...patch })) }}
        />
      </div>
      {chosen && <SideBySide sender={chosen} asked={asked} isDark={isDark} />}
      <iframe ref={frameRef} onLoad={connect} src="/compose-frame.html" title={t('title')} hidden />
    </Page>
  );
}
