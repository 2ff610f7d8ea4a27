import {
  keepPreviousData,
  skipToken,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import type { ComposeType } from '../../../server/src/contract/signatures/me.ts';
import type { CheckReport, Signature, SignatureDesign } from '../../../server/src/contract/signatures/signatures.ts';
import type { ApiClient } from '../client/apiClient.ts';
import { useApi } from '../client/ApiContext.tsx';
import { signatureListKey as listKey, signaturesKey as root } from './signatureListApi.ts';

const oneKey = (id: string) => [...root, 'one', id];
const versionsKey = (id: string) => [...root, 'versions', id];

const getSignature = (api: ApiClient, id: string, signal?: AbortSignal): Promise<Signature> =>
  api.request(`/api/signatures/${id}`, signal ? { signal } : {});

/** One signature; `isFresh` reads it again whatever is in the cache, for those who change it. */
export function useSignature(id: string, { enabled = true, isFresh = false } = {}) {
  const api = useApi();
  return useQuery({
    queryKey: oneKey(id),
    enabled,
    refetchOnMount: isFresh ? 'always' : true,
    queryFn: ({ signal }) => getSignature(api, id, signal),
  });
}

/** Several signatures, each as it arrives. */
export function useSignaturesOf(ids: readonly string[]) {
  const api = useApi();
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: oneKey(id),
      queryFn: ({ signal }: { signal: AbortSignal }) => getSignature(api, id, signal),
    })),
  });
}

/** Takes over what the server answered, and has the list read again. */
function keepSignature(client: QueryClient, signature: Signature): Promise<void> {
  client.setQueryData(oneKey(signature.id), signature);
  return client.invalidateQueries({ queryKey: listKey });
}

export function useCreateSignature() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; design: SignatureDesign }) =>
      api.request('/api/signatures', { method: 'POST', body }),
    onSuccess: (signature) => keepSignature(client, signature),
  });
}

/** What is done to a signature as it is stored: each answers with the signature, and needs nothing but its id. */
function useSignatureAction(path: 'restore' | 'duplicate') {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.request(`/api/signatures/${id}/${path}`, { method: 'POST' }),
    onSuccess: (signature) => keepSignature(client, signature),
  });
}

export const useUndeleteSignature = () => useSignatureAction('restore');
export const useDuplicateSignature = () => useSignatureAction('duplicate');

export function useDeleteSignature() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.send(`/api/signatures/${id}`, { method: 'DELETE' }),
    onSuccess: (_, id) => {
      client.removeQueries({ queryKey: oneKey(id) });
      return client.invalidateQueries({ queryKey: listKey });
    },
  });
}

export interface DraftToSave {
  readonly id: string;
  readonly name: string;
  readonly design: SignatureDesign;
  /** The revision it was begun from; somebody else's save in between is a 409. */
  readonly revision: number;
}

const putDraft = (api: ApiClient, { id, name, design, revision }: DraftToSave): Promise<Signature> =>
  api.request(`/api/signatures/${id}`, { method: 'PUT', body: { name, draft: design, revision } });

export interface DraftActions {
  readonly save: (draft: DraftToSave) => Promise<Signature>;
  /** As it is stored now. */
  readonly read: (id: string) => Promise<Signature>;
}

/** Reads and saves the draft outside of any query: the editor decides when. */
export function useDraftActions(): DraftActions {
  const api = useApi();
  const client = useQueryClient();
  return {
    save: async (draft) => {
      const signature = await putDraft(api, draft);
      void keepSignature(client, signature);
      return signature;
    },
    read: (id) => getSignature(api, id),
  };
}

/** Saves the draft that a page without an editor changes, such as a name or an earlier version. */
export function useSaveDraft() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: DraftToSave) => putDraft(api, draft),
    onSuccess: (signature) => keepSignature(client, signature),
  });
}

/** Gives a signature another name, and touches nothing else of it. */
export function useRenameSignature() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, name }: { id: string; name: string }) => {
      const { draft, revision } = await getSignature(api, id);
      return putDraft(api, { id, name, design: draft, revision });
    },
    onSuccess: (signature) => keepSignature(client, signature),
  });
}

function usePublication(path: 'publish' | 'unpublish') {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, revision }: { id: string; revision: number }) =>
      api.request(`/api/signatures/${id}/${path}`, { method: 'POST', body: { revision } }),
    onSuccess: (signature) =>
      Promise.all([
        keepSignature(client, signature),
        client.invalidateQueries({ queryKey: versionsKey(signature.id) }),
        client.invalidateQueries({ queryKey: ['assignments'] }),
      ]),
  });
}

export const usePublishSignature = () => usePublication('publish');
export const useUnpublishSignature = () => usePublication('unpublish');

export function useSignatureVersions(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: versionsKey(id),
    queryFn: ({ signal }) => api.request(`/api/signatures/${id}/versions`, { signal }),
  });
}

/** One version with its design; null asks for none. */
export function useSignatureVersion(id: string, version: number | null) {
  const api = useApi();
  return useQuery({
    queryKey: [...versionsKey(id), version],
    enabled: version !== null,
    queryFn: ({ signal }) => api.request(`/api/signatures/${id}/versions/${String(version)}`, { signal }),
    staleTime: Infinity,
  });
}

export function useGallery() {
  const api = useApi();
  return useQuery({
    queryKey: [...root, 'gallery'],
    queryFn: ({ signal }) => api.request('/api/signatures/gallery', { signal }),
  });
}

export interface DesignToRender {
  readonly design: SignatureDesign;
  readonly composeType: ComposeType;
  /** Empty: the fullest, the emptiest and the longest teammate. */
  readonly teammateIds: readonly string[];
}

/** How a design looks; null asks for nothing. An answer to an older question is dropped, the last good one stays. */
export function useRenderedDesign(question: DesignToRender | null) {
  const api = useApi();
  return useQuery({
    queryKey: [...root, 'rendered', question],
    queryFn:
      question === null
        ? skipToken
        : ({ signal }) => api.request('/api/signatures/render', { method: 'POST', body: question, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
  });
}

export interface CheckPiece {
  readonly design: SignatureDesign;
  readonly cursor: string | null;
  readonly signal: AbortSignal;
}

/** Asks for the next piece of a check over everybody. */
export function useCheckDesign(): (piece: CheckPiece) => Promise<CheckReport> {
  const api = useApi();
  return ({ design, cursor, signal }) =>
    api.request('/api/signatures/check', { method: 'POST', body: { design, cursor }, signal });
}

export function useRecognise() {
  const api = useApi();
  return useMutation({
    mutationFn: (body: { html: string; teammateId: string | null }) =>
      api.request('/api/signatures/recognise', { method: 'POST', body }),
  });
}
