/** A sign, once or more, that parts what stands on both sides of it wherever it is written. */
export const strongSign = String.raw`[|¦│❘∣｜·•∙⋅‧⦁●○▪▫■□◆◇♦]{1,3}`;

/** Signs that do so between spaces. */
export const spacedSign = '(?:[-–—/~]{1,3}|::)';

/** Signs that join two things, as in "Sales & Marketing": no edge of either. */
export const joiningSign = String.raw`(?:&|\+)`;
