import { Caption1, Skeleton, SkeletonItem, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ComposeType } from '../../../../server/src/contract/signatures/me.ts';
import type { RenderedDesign, SignatureDesign } from '../../../../server/src/contract/signatures/signatures.ts';
import { useRenderedDesign } from '../../../api/signatures/signaturesApi.ts';
import { problemText } from '../../../ui/notices/problemText.ts';
import { SignatureFrame } from '../../../ui/signature/SignatureFrame.tsx';

const useStyles = makeStyles({
  none: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    textAlign: 'center',
    padding: tokens.spacingHorizontalL,
    boxSizing: 'border-box',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

function Loading({ height }: { height: number }) {
  const { t } = useTranslation('signatures');
  return (
    <Skeleton aria-label={t('picture.loading')} style={{ height, padding: 12, boxSizing: 'border-box' }}>
      <SkeletonItem size={24} style={{ width: '60%' }} />
      <SkeletonItem style={{ width: '40%', marginTop: 12 }} />
      <SkeletonItem style={{ width: '50%', marginTop: 12 }} />
    </Skeleton>
  );
}

function Instead({ why, height }: { why: string; height: number }) {
  const styles = useStyles();
  return (
    <div className={styles.none} style={{ height }}>
      <Caption1>{why}</Caption1>
    </div>
  );
}

type Rendered = RenderedDesign['items'][number];

const isShowable = (rendered: Rendered | undefined): rendered is Rendered =>
  rendered !== undefined && rendered.problem === null && rendered.html !== '';

/** Why there is nothing to show. */
const reasonOf = (rendered: Rendered | undefined) =>
  rendered === undefined ? 'nobody' : rendered.problem === null ? 'empty' : 'broken';

interface SignaturePictureProps {
  readonly name: string;
  /** Undefined while it is on its way. */
  readonly design: SignatureDesign | undefined;
  readonly composeType?: ComposeType;
  readonly teammateId?: string | undefined;
  readonly height?: number;
}

/** How a design looks for a real teammate; by default the one with the most filled in. */
export function SignaturePicture(props: SignaturePictureProps) {
  const { name, design, teammateId, height = 190 } = props;
  const composeType = props.composeType ?? 'newMail';
  const { t, i18n } = useTranslation('signatures');
  const teammateIds = teammateId === undefined ? [] : [teammateId];
  const rendered = useRenderedDesign(design === undefined ? null : { design, composeType, teammateIds });
  const first = rendered.data?.items[0];
  if (rendered.isError) return <Instead why={problemText(i18n, rendered.error).text} height={height} />;
  if (!rendered.data) return <Loading height={height} />;
  if (!isShowable(first)) return <Instead why={t(`picture.${reasonOf(first)}`)} height={height} />;
  const title = t('picture.title', { name, person: first.teammate.displayName });
  return <SignatureFrame title={title} content={first.html} mailWidth={620} height={height} isStill />;
}
