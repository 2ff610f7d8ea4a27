import { attacks, type Attack } from './attacks.ts';
import type { Order } from './startAttacker.ts';

/** So many answers are waited for at most: a real attacker has no memory to spare either. */
const mostUnderWay = 200;

/** A process of its own, so that its work is not taken for waiting. Attacks until it is told to stop. */
process.once('message', (message) => {
  const { name, ...target } = message as Order;
  const attack: Attack = attacks[name];
  const undo = attack.prepare?.(target);
  let sent = 0;
  let underWay = 0;
  const answers = new Map<string, number>();
  const began = performance.now();
  const send = async (): Promise<void> => {
    underWay += 1;
    const answer = await attack.send(target, (sent += 1)).catch(() => null);
    await answer?.arrayBuffer().catch(() => undefined);
    underWay -= 1;
    const status = String(answer?.status ?? 'none');
    answers.set(status, (answers.get(status) ?? 0) + 1);
  };
  const timer = setInterval(() => {
    const due = ((performance.now() - began) / 1000) * attack.perSecond;
    while (sent < due && underWay < mostUnderWay) void send();
  }, 10);
  process.once('message', () => {
    clearInterval(timer);
    undo?.();
    console.error(`${name}: ${[...answers].map(([status, count]) => `${status} × ${count}`).join(', ')}`);
    process.disconnect();
  });
  process.send?.('attacking');
});
