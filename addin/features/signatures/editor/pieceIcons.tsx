import type { ReactElement } from 'react';
import {
  ButtonRegular,
  CodeRegular,
  ColumnTripleRegular,
  DocumentTextRegular,
  ImageMultipleRegular,
  ImageRegular,
  LayoutColumnTwoRegular,
  LayoutRowTwoRegular,
  LineHorizontal1DotRegular,
  QrCodeRegular,
  ShareRegular,
  SplitHorizontalRegular,
  TextTRegular,
} from '../signatureIcons.ts';
import type { BlockKind } from './model/pieces/newPieces.ts';

export const blockIcons: Readonly<Record<BlockKind, ReactElement>> = {
  text: <TextTRegular />,
  image: <ImageRegular />,
  social: <ShareRegular />,
  divider: <LineHorizontal1DotRegular />,
  spacer: <SplitHorizontalRegular />,
  button: <ButtonRegular />,
  banner: <ImageMultipleRegular />,
  qrCode: <QrCodeRegular />,
  legal: <DocumentTextRegular />,
  group: <LayoutColumnTwoRegular />,
  html: <CodeRegular />,
};

export const rowIcon = <LayoutRowTwoRegular />;
export const columnIcon = <ColumnTripleRegular />;
