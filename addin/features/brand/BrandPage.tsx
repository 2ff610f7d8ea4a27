import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { webAddress } from '../../../server/src/contract/signatures/composition.ts';
import type { Brand } from '../../../server/src/contract/signatures/signatures.ts';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useMayDesign } from '../../api/client/useMayDesign.ts';
import { useBrand } from '../../api/signatures/brandApi.ts';
import { ImageChooser } from '../../ui/images/ImageChooser.tsx';
import { imageUrl } from '../../ui/images/imageUrl.ts';
import { ColorField } from '../../ui/inputs/ColorField.tsx';
import { FontField } from '../../ui/inputs/FontField.tsx';
import { TextField } from '../../ui/inputs/TextField.tsx';
import { Loaded } from '../../ui/page/Loaded.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { SaveBar } from '../../ui/saving/SaveBar.tsx';
import { DraftButtons } from '../../ui/saving/DraftButtons.tsx';
import { SaveProblem } from '../../ui/saving/SaveProblem.tsx';
import { ImagesPanel } from './ImagesPanel.tsx';
import { useBrandEditor, type BrandEditor } from './useBrandEditor.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 140px), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  logo: { maxWidth: '100%', height: '96px', objectFit: 'contain', alignSelf: 'flex-start', backgroundColor: '#ffffff' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  sample: {
    padding: tokens.spacingHorizontalM,
    backgroundColor: '#ffffff',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

const siteOrNothing = z.union([z.literal(''), webAddress]);
const colorNames = ['accent', 'text', 'muted'] as const;

interface PartProps {
  readonly editor: BrandEditor;
  readonly disabled: boolean;
  /** Told of each field whether what stands in it means something. */
  readonly onRight: (field: string, isRight: boolean) => void;
}

/** A few words in the colours and the font, on the white of a mail. */
function Sample({ brand }: { brand: Brand }) {
  const { t } = useTranslation('brand');
  const styles = useStyles();
  const { colors, fontFamily } = brand;
  return (
    <div className={styles.sample} style={{ fontFamily, color: colors.text }} aria-hidden>
      <strong style={{ color: colors.accent }}>{t('sample.name')}</strong>
      <div>{t('sample.job')}</div>
      <small style={{ color: colors.muted }}>{t('sample.small')}</small>
    </div>
  );
}

function Colors({ editor, disabled, onRight }: PartProps) {
  const { t } = useTranslation('brand');
  const styles = useStyles();
  const { value: brand } = editor;
  const change = (patch: Partial<Brand>) => editor.change((now) => ({ ...now, ...patch }));
  return (
    <Panel title={t('look')}>
      <div className={styles.fields}>
        {colorNames.map((name) => (
          <ColorField
            key={name}
            label={t(`color.${name}`)}
            value={brand.colors[name]}
            disabled={disabled}
            onChange={(color) => change({ colors: { ...brand.colors, [name]: color } })}
            onRight={(isRight) => onRight(name, isRight)}
          />
        ))}
      </div>
      <FontField
        label={t('font')}
        value={brand.fontFamily}
        disabled={disabled}
        onChange={(fontFamily) => fontFamily !== null && change({ fontFamily })}
      />
      <Sample brand={brand} />
    </Panel>
  );
}

function LogoAndSite({ editor, disabled, onRight }: PartProps) {
  const { t } = useTranslation('brand');
  const styles = useStyles();
  const { tenantId } = useSession();
  const { value: brand } = editor;
  const change = (patch: Partial<Brand>) => editor.change((now) => ({ ...now, ...patch }));
  return (
    <Panel title={t('logo')}>
      {brand.logo === null ? (
        <span>{t('noLogo')}</span>
      ) : (
        <img src={imageUrl(tenantId, brand.logo)} alt={t('logo')} className={styles.logo} />
      )}
      {!disabled && (
        <div className={styles.buttons}>
          <ImageChooser
            title={t('chooseLogo')}
            trigger={<Button>{t('chooseLogo')}</Button>}
            onChoose={({ id }) => change({ logo: id })}
          />
          {brand.logo !== null && <Button onClick={() => change({ logo: null })}>{t('removeLogo')}</Button>}
        </div>
      )}
      <TextField
        label={t('website')}
        value={brand.website}
        placeholder="https://"
        schema={siteOrNothing}
        wrong={t('websiteWrong')}
        disabled={disabled}
        onChange={(website) => change({ website })}
        onRight={(isRight) => onRight('website', isRight)}
      />
    </Panel>
  );
}

function Editor({ saved }: { saved: { brand: Brand; revision: number } }) {
  const { t } = useTranslation('brand');
  const styles = useStyles();
  const editor = useBrandEditor(saved);
  const disabled = !useMayDesign();
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [discarded, setDiscarded] = useState(0);
  const isWrong = wrong.size > 0;
  const note = (field: string, isRight: boolean) =>
    setWrong((before) => new Set(isRight ? [...before].filter((one) => one !== field) : [...before, field]));
  const discard = () => {
    editor.discard();
    // What means nothing is in the fields alone.
    setDiscarded(discarded + 1);
  };
  const saving = { ...editor, isValid: editor.isValid && !isWrong, discard };
  return (
    <div className={styles.stack}>
      <SaveProblem editor={editor} conflict={t('conflict')} />
      <div className={styles.columns} key={discarded}>
        <Colors editor={editor} disabled={disabled} onRight={note} />
        <LogoAndSite editor={editor} disabled={disabled} onRight={note} />
      </div>
      <ImagesPanel logo={saved.brand.logo} />
      {(editor.isDirty || isWrong) && !disabled && (
        <SaveBar label={t('bar.label')} isWaiting text={t(isWrong ? 'bar.invalid' : 'bar.unsaved')}>
          <DraftButtons editor={saving} discard={t('bar.discard')} save={t('bar.save')} />
        </SaveBar>
      )}
    </div>
  );
}

/** Colours, font and logo that designs begin with, and the pictures they can show. */
export function BrandPage() {
  const { t } = useTranslation('brand');
  const saved = useBrand();
  const mayDesign = useMayDesign();
  return (
    <Page title={t('title')} lead={t(mayDesign ? 'lead' : 'readOnly')}>
      <Loaded query={saved}>{(data) => <Editor saved={data} />}</Loaded>
    </Page>
  );
}
