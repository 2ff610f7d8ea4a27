import { Avatar, makeStyles } from '@fluentui/react-components';
import type { TeammateSummary } from '../../../server/src/contract/people/teammates.ts';
import { useTeammatePhoto } from '../../api/people/photosApi.ts';

// White in a photo would be the brightest thing on a dark page.
const useStyles = makeStyles({ photo: { '@media (prefers-color-scheme: dark)': { filter: 'brightness(.8)' } } });

interface TeammateAvatarProps {
  readonly teammate: Pick<TeammateSummary, 'id' | 'displayName' | 'photo'>;
  readonly size?: 24 | 32 | 96;
}

/** The face of a teammate; initials while it is on its way, and where there is none. */
export function TeammateAvatar({ teammate, size = 32 }: TeammateAvatarProps) {
  const styles = useStyles();
  const { id, displayName, photo } = teammate;
  const { data: source } = useTeammatePhoto({ id, photo, pixels: size === 96 ? 240 : 96 });
  const image = source === undefined ? {} : { image: { src: source, className: styles.photo } };
  return <Avatar name={displayName} color="colorful" size={size} aria-hidden {...image} />;
}
