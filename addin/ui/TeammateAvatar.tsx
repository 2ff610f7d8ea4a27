import { Avatar } from '@fluentui/react-components';
import type { TeammateSummary } from '../../server/src/contract/teammates.ts';
import { useTeammatePhoto } from '../api/photosApi.ts';

interface TeammateAvatarProps {
  readonly teammate: Pick<TeammateSummary, 'id' | 'displayName' | 'photo'>;
  readonly size?: 32 | 96;
}

/** The face of a teammate; initials while it is on its way, and where there is none. */
export function TeammateAvatar({ teammate, size = 32 }: TeammateAvatarProps) {
  const { id, displayName, photo } = teammate;
  const { data: source } = useTeammatePhoto({ id, photo, pixels: size === 32 ? 96 : 240 });
  const image = source === undefined ? {} : { image: { src: source } };
  return <Avatar name={displayName} color="colorful" size={size} aria-hidden {...image} />;
}
