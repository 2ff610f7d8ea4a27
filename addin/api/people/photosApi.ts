import { useQuery } from '@tanstack/react-query';
import { useApi } from '../client/ApiContext.tsx';

/** Not an object URL: those must be given back, and our content policy does not let them be shown. */
const asDataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(reader.result as string);
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error('The photo cannot be read.'));
    };
    reader.readAsDataURL(blob);
  });

interface WantedPhoto {
  readonly id: string;
  readonly photo: string | null;
  readonly pixels: 96 | 240;
}

/** The photo of a teammate as an address for an image; fetched with our token, which an image of its own would not send. */
export function useTeammatePhoto({ id, photo, pixels }: WantedPhoto) {
  const api = useApi();
  return useQuery({
    queryKey: ['photos', id, photo, pixels],
    enabled: photo !== null,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const response = await api.open(`/api/teammates/${id}/photo`, {
        signal,
        query: { size: pixels },
        accept: 'image/png, image/jpeg',
      });
      return asDataUrl(await response.blob());
    },
  });
}
