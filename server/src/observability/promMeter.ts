import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Clock } from '../ports/clock.ts';
import type { InstallationState, Meter } from '../ports/telemetry/meter.ts';
import { openInstallationGauges } from './installationGauges.ts';

export interface MetricsPage {
  readonly contentType: string;
  readonly text: string;
}

export interface PromMeter extends Meter {
  /** Everything counted so far in the format of Prometheus, with what the store says now (half a minute old at most). */
  render(): Promise<MetricsPage>;
}

export interface PromMeterOptions {
  readonly readInstallation: () => Promise<InstallationState>;
  readonly clock: Clock;
}

/** From a kept signature to a page of a slow directory. Seconds. */
const requestSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
/** From a refresh without news to an import of hundreds of thousands. Seconds. */
const runSeconds = [1, 5, 15, 60, 300, 900, 3600];

/** Metrics of this process, with those of Node.js itself (memory, event loop, garbage collection). */
export const openPromMeter = ({ readInstallation, clock }: PromMeterOptions): PromMeter => {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const gauges = openInstallationGauges(register, { readInstallation, clock });
  return {
    ...countWork(register),
    ...countRequests(register),
    ...countLeases(register),
    render: async () => {
      await gauges.refresh();
      return { contentType: register.contentType, text: await register.metrics() };
    },
  };
};

const countWork = (register: Registry): Pick<Meter, 'runEnded' | 'graphAnswered' | 'graphHeldBack'> => {
  const registers = [register];
  const runs = new Counter({
    name: 'undersign_runs_total',
    help: 'Runs that ended here, by kind, mode and outcome.',
    labelNames: ['kind', 'mode', 'outcome'],
    registers,
  });
  const runTimes = new Histogram({
    name: 'undersign_run_duration_seconds',
    help: 'From the order of a run to its end.',
    labelNames: ['kind', 'mode'],
    buckets: runSeconds,
    registers,
  });
  const graph = new Counter({
    name: 'undersign_graph_requests_total',
    help: 'Requests sent to Microsoft Graph, by outcome. A batch is one request, as Graph counts connections.',
    labelNames: ['outcome'],
    registers,
  });
  const heldBack = new Counter({
    name: 'undersign_graph_throttled_seconds_total',
    help: 'How long requests waited because Microsoft Graph said 429 or 509.',
    registers,
  });
  return {
    runEnded: ({ kind, mode, outcome, milliseconds }) => {
      runs.inc({ kind, mode, outcome });
      runTimes.observe({ kind, mode }, milliseconds / 1000);
    },
    graphAnswered: (outcome) => {
      graph.inc({ outcome });
    },
    graphHeldBack: (milliseconds) => {
      heldBack.inc(milliseconds / 1000);
    },
  };
};

const countRequests = (register: Registry): Pick<Meter, 'requestAnswered'> => {
  const requests = new Counter({
    name: 'undersign_http_requests_total',
    help: 'Requests answered, by method, template of the route and status.',
    labelNames: ['method', 'route', 'status'],
    registers: [register],
  });
  const times = new Histogram({
    name: 'undersign_http_request_duration_seconds',
    help: 'From a request to the end of its answer; without streams, which last as long as somebody listens.',
    labelNames: ['method', 'route'],
    buckets: requestSeconds,
    registers: [register],
  });
  return {
    requestAnswered: ({ method, route, status, milliseconds }) => {
      requests.inc({ method, route, status: String(status) });
      if (milliseconds !== null) times.observe({ method, route }, milliseconds / 1000);
    },
  };
};

const countLeases = (register: Registry): Pick<Meter, 'leaseAsked' | 'leaseHeld' | 'leaseLost'> => {
  const held = new Gauge({
    name: 'undersign_leases_held',
    help: 'Leases this replica holds, by the kind of work.',
    labelNames: ['work'],
    registers: [register],
  });
  const asked = new Counter({
    name: 'undersign_lease_requests_total',
    help: 'How often a lease was had, or taken by another already.',
    labelNames: ['work', 'outcome'],
    registers: [register],
  });
  const lost = new Counter({
    name: 'undersign_leases_lost_total',
    help: 'Leases that another replica took over while this one still worked.',
    labelNames: ['work'],
    registers: [register],
  });
  return {
    leaseAsked: (work, outcome) => {
      asked.inc({ work, outcome });
    },
    leaseHeld: (work, change) => {
      held.inc({ work }, change);
    },
    leaseLost: (work) => {
      lost.inc({ work });
    },
  };
};
