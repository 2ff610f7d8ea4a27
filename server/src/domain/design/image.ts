/** Bytes of all images of one signature together. More makes every mail heavy, so within the mail the rest stays on the server. */
export const heaviestImages = 512 * 1024;

/** An uploaded image as it is kept: made anew from what was uploaded, so nothing hidden travels in it. */
export interface StoredImage {
  /** SHA-256 of the kept bytes, in lower-case hexadecimal. */
  readonly id: string;
  /** Of the file, for people. */
  readonly name: string;
  readonly contentType: 'image/png' | 'image/jpeg' | 'image/gif';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly addedAt: string;
}
