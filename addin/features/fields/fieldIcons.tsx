import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr';
import { CallRegular } from '@fluentui/react-icons/svg/call';
import { LinkRegular } from '@fluentui/react-icons/svg/link';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { TextTRegular } from '@fluentui/react-icons/svg/text-t';
import type { ReactElement } from 'react';
import type { SmartField } from '../../../server/src/contract/signatures/fields.ts';

// As in addin/ui/icons.ts: single files, because the package root makes webpack read thousands of icons.
export const typeIcons: Readonly<Record<SmartField['type'], ReactElement>> = {
  text: <TextTRegular fontSize={20} aria-hidden />,
  phone: <CallRegular fontSize={20} aria-hidden />,
  email: <MailRegular fontSize={20} aria-hidden />,
  url: <LinkRegular fontSize={20} aria-hidden />,
  date: <CalendarLtrRegular fontSize={20} aria-hidden />,
};
