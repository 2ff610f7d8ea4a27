import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
  type ButtonProps,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { usePaneApi } from '../../api/client/ApiContext.tsx';
import { FactList } from '../lists/FactList.tsx';
import { ArrowDownloadRegular } from '../icons.ts';
import { FileSaving } from '../saving/FileSaving.tsx';
import { Panel } from '../page/Panel.tsx';

const useStyles = makeStyles({
  text: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

const downloadLink = (href: string, name: string) => ({ as: 'a', href, download: name }) as unknown as ButtonProps;

/** The manifest of this very address to take away, and where to give it to Outlook; or why there is none. */
export function ManifestPanel() {
  const { t } = useTranslation('outlook');
  const styles = useStyles();
  const { addin } = usePaneApi().config;
  return (
    <Panel title={t('manifest.title')}>
      {addin === null ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('manifest.needsHttps')}</MessageBarBody>
        </MessageBar>
      ) : (
        <>
          <p className={styles.text}>{t('manifest.text')}</p>
          <div className={styles.actions}>
            <FileSaving>
              <Button
                appearance="primary"
                icon={<ArrowDownloadRegular />}
                {...downloadLink('/manifest.xml', 'undersign-manifest.xml')}
              >
                {t('manifest.download')}
              </Button>
              <Link href="/undersign.zip" download="undersign.zip">
                {t('manifest.package')}
              </Link>
            </FileSaving>
          </div>
          <FactList
            facts={[
              { name: t('manifest.version'), value: addin.version },
              { name: t('manifest.id'), value: addin.id },
            ]}
          />
        </>
      )}
    </Panel>
  );
}
