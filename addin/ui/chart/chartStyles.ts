import { makeStyles, tokens } from '@fluentui/react-components';

export const useChartStyles = makeStyles({
  arrived: { fill: tokens.colorStatusSuccessForeground1 },
  updated: { fill: tokens.colorCompoundBrandForeground1 },
  left: { fill: tokens.colorStatusDangerForeground1 },
  failed: { fill: tokens.colorStatusWarningForeground1 },
});
