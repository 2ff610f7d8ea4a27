import type { ReactElement } from 'react';
import {
  ArrowSyncFilled,
  ArrowSyncRegular,
  ColorFilled,
  ColorRegular,
  HomeFilled,
  HomeRegular,
  MailEditFilled,
  MailEditRegular,
  PeopleCheckmarkFilled,
  PeopleCheckmarkRegular,
  PeopleFilled,
  PeopleRegular,
  PeopleTeamFilled,
  PeopleTeamRegular,
  PlugConnectedFilled,
  PlugConnectedRegular,
  SettingsFilled,
  SettingsRegular,
  SignatureFilled,
  SignatureRegular,
} from '../../ui/icons.ts';
import type { Place } from './navigation.ts';

export const placeIcons: Readonly<Record<Place['name'], { idle: ReactElement; current: ReactElement }>> = {
  overview: { idle: <HomeRegular />, current: <HomeFilled /> },
  mine: { idle: <SignatureRegular />, current: <SignatureFilled /> },
  connect: { idle: <PlugConnectedRegular />, current: <PlugConnectedFilled /> },
  select: { idle: <PeopleCheckmarkRegular />, current: <PeopleCheckmarkFilled /> },
  sync: { idle: <ArrowSyncRegular />, current: <ArrowSyncFilled /> },
  teammates: { idle: <PeopleRegular />, current: <PeopleFilled /> },
  settings: { idle: <SettingsRegular />, current: <SettingsFilled /> },
  signatures: { idle: <SignatureRegular />, current: <SignatureFilled /> },
  assignments: { idle: <PeopleTeamRegular />, current: <PeopleTeamFilled /> },
  brand: { idle: <ColorRegular />, current: <ColorFilled /> },
  compose: { idle: <MailEditRegular />, current: <MailEditFilled /> },
};
