import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiScope, Webhook, WebhookEvent } from '../../../server/src/contract/manage/integrations.ts';
import { useApi } from '../client/ApiContext.tsx';

const keys = ['apiKeys'];
const webhooks = ['webhooks'];

export function useApiKeys() {
  const api = useApi();
  return useQuery({
    queryKey: keys,
    queryFn: ({ signal }) => api.request('/api/keys', { signal }),
  });
}

/** The answer is the only place where the key stands. */
export function useCreateApiKey() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; scopes: readonly ApiScope[]; expiresOn: string | null }) =>
      api.request('/api/keys', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys }),
  });
}

export function useRevokeApiKey() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.send(`/api/keys/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys }),
  });
}

export function useWebhooks({ enabled = true } = {}) {
  const api = useApi();
  return useQuery({
    queryKey: webhooks,
    enabled,
    queryFn: ({ signal }) => api.request('/api/webhooks', { signal }),
  });
}

/** What was sent to it lately; asked for while somebody looks. */
export function useDeliveries(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...webhooks, id],
    queryFn: ({ signal }) => api.request(`/api/webhooks/${id}/deliveries`, { signal }),
    refetchInterval: 15_000,
  });
}

export interface WebhookDraft {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
}

/** The answer is the only place where the secret stands. */
export function useCreateWebhook() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: WebhookDraft) => api.request('/api/webhooks', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: webhooks }),
  });
}

export function useSaveWebhook() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: WebhookDraft & Pick<Webhook, 'id' | 'enabled'>) =>
      api.request(`/api/webhooks/${id}`, { method: 'PUT', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: webhooks }),
  });
}

export function useDeleteWebhook() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.send(`/api/webhooks/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: webhooks }),
  });
}

export function useRotateSecret() {
  const api = useApi();
  return useMutation({
    mutationFn: (id: string) => api.request(`/api/webhooks/${id}/secret`, { method: 'POST' }),
  });
}

export function useTestWebhook() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.request(`/api/webhooks/${id}/test`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: webhooks }),
  });
}
