import { makeStyles, tokens } from '@fluentui/react-components';

export const useChartStyles = makeStyles({
  figure: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  picture: { display: 'block', width: '100%', overflow: 'visible', touchAction: 'pan-y' },
  arrived: { fill: tokens.colorStatusSuccessForeground1 },
  updated: { fill: tokens.colorCompoundBrandForeground1 },
  left: { fill: tokens.colorStatusDangerForeground1 },
  ground: { stroke: tokens.colorNeutralStroke1, strokeWidth: '1px', vectorEffect: 'non-scaling-stroke' },
  line: {
    fill: 'none',
    stroke: tokens.colorCompoundBrandForeground1,
    strokeWidth: '2px',
    strokeLinejoin: 'round',
    vectorEffect: 'non-scaling-stroke',
  },
  pointed: { fill: tokens.colorNeutralBackground1Hover },
});
