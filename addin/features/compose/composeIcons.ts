// As in addin/ui/icons.ts: single files, because the package root makes webpack read thousands of icons.
export { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
export { AttachRegular } from '@fluentui/react-icons/svg/attach';
export { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
export { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
export { FlashRegular } from '@fluentui/react-icons/svg/flash';
export { GlobeRegular } from '@fluentui/react-icons/svg/globe';
export { ImageRegular } from '@fluentui/react-icons/svg/image';
export { KeyRegular } from '@fluentui/react-icons/svg/key';
export { LinkRegular } from '@fluentui/react-icons/svg/link';
export { MaximizeRegular } from '@fluentui/react-icons/svg/maximize';
export { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
export { SendFilled } from '@fluentui/react-icons/svg/send';
export { SignatureRegular } from '@fluentui/react-icons/svg/signature';
export { SubtractRegular } from '@fluentui/react-icons/svg/subtract';
export { TextBoldRegular } from '@fluentui/react-icons/svg/text-bold';
export { TextItalicRegular } from '@fluentui/react-icons/svg/text-italic';
export { TextUnderlineRegular } from '@fluentui/react-icons/svg/text-underline';
