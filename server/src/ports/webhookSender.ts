/** Why nothing came back. */
export type SendFailure = 'address-refused' | 'name-unknown' | 'unreachable' | 'certificate' | 'timeout';

export type SendResult = { readonly status: number } | { readonly failure: SendFailure };

export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends to addresses that a tenant chose: to none that the operator has not opened, whatever a name resolves to. */
export interface WebhookSender {
  /** Null when the address may be sent to, as far as can be told now. */
  check(url: string): Promise<SendFailure | null>;
  /** One attempt; follows no redirect and reads no answer but its status. Never throws. */
  send(request: WebhookRequest, signal: AbortSignal): Promise<SendResult>;
}
