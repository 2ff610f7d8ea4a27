import type { ChangeNotification } from './changeNotification.ts';
import { confirmEndpoint } from './confirmEndpoint.ts';

export interface Patience {
  /** Real milliseconds an address has to answer the handshake: 10 seconds. */
  validation?: number;
  /** Real milliseconds an address has to take a delivery: 3 seconds. */
  answer?: number;
}

export interface Delivery {
  url: string;
  notifications: readonly ChangeNotification[];
  /** Undefined when there was no answer, or none in time. */
  status: number | undefined;
}

/** Everything the simulator says on its own to somebody else goes through here, so that it can fall silent at once. */
export class Postman {
  /** May be changed at any time. */
  readonly patience: Required<Patience>;
  readonly #closing = new AbortController();
  /** What was sent, the newest last. */
  readonly log: Delivery[] = [];

  constructor({ validation = 10_000, answer = 3000 }: Patience = {}) {
    this.patience = { validation, answer };
  }

  confirm(address: string): Promise<string | undefined> {
    return confirmEndpoint(address, this.#until(this.patience.validation));
  }

  async post(url: string, notifications: readonly ChangeNotification[]): Promise<Delivery> {
    const delivery: Delivery = { url, notifications, status: await this.#send(url, { value: notifications }) };
    this.log.push(delivery);
    return delivery;
  }

  close(): void {
    this.#closing.abort();
  }

  async #send(url: string, body: object): Promise<number | undefined> {
    const signal = this.#until(this.patience.answer);
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    try {
      const init = { method: 'POST', headers, body: JSON.stringify(body), signal };
      const response = await fetch(url, { ...init, redirect: 'manual' });
      await response.body?.cancel();
      return response.status;
    } catch {
      return undefined;
    }
  }

  #until(milliseconds: number): AbortSignal {
    return AbortSignal.any([this.#closing.signal, AbortSignal.timeout(milliseconds)]);
  }
}
