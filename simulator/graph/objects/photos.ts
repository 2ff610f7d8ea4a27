import { createHash } from 'node:crypto';
import type { DirectoryUser } from '../../directory/model.ts';
import { drawAvatar } from '../../seed/drawAvatar.ts';
import type { GraphCall, GraphReply } from '../graphCall.ts';
import { GraphError, noSuchSegment } from '../graphError.ts';

/** https://learn.microsoft.com/en-us/graph/api/profilephoto-get */
const PHOTO_SIZES = [48, 64, 96, 120, 240, 360, 432, 504, 648] as const;

const LARGEST = 648;

export function answerPhoto(call: GraphCall, user: DirectoryUser): GraphReply {
  return {
    status: 200,
    body: {
      '@odata.context': `${call.world.base}/$metadata#users('${user.id}')/photo/$entity`,
      ...facts(user, LARGEST),
    },
  };
}

export function answerPhotos(call: GraphCall, user: DirectoryUser): GraphReply {
  const value = PHOTO_SIZES.map((size) => facts(user, size));
  return { status: 200, body: { '@odata.context': `${call.world.base}/$metadata#users('${user.id}')/photos`, value } };
}

export function answerPhotoBytes(call: GraphCall, user: DirectoryUser, size?: string): GraphReply {
  const pixels = size === undefined ? LARGEST : PHOTO_SIZES.find((known) => size === `${known}x${known}`);
  if (pixels === undefined) throw noSuchSegment(size ?? '');
  const photo = photoOf(user);
  const headers = { etag: etagOf(photo, pixels), 'content-type': 'image/png', 'cache-control': 'private' };
  if (call.header('if-none-match') === headers.etag) return { status: 304, headers };
  return { status: 200, headers, body: drawAvatar(photo, pixels) };
}

function facts(user: DirectoryUser, pixels: number) {
  return {
    '@odata.mediaContentType': 'image/png',
    '@odata.mediaEtag': etagOf(photoOf(user), pixels),
    id: `${pixels}x${pixels}`,
    height: pixels,
    width: pixels,
  };
}

function photoOf(user: DirectoryUser): string {
  if (typeof user.mail !== 'string') {
    throw new GraphError(
      404,
      'ErrorNonExistentMailbox',
      'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
    );
  }
  if (user.photo === undefined)
    throw new GraphError(404, 'ImageNotFound', 'Exception of type ImageNotFoundException was thrown.');
  return user.photo;
}

function etagOf(photo: string, pixels: number): string {
  return `"${createHash('sha256').update(`${photo}/${pixels}`).digest('hex').slice(0, 32).toUpperCase()}"`;
}
