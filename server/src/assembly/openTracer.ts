import type { Config } from '../config/loadConfig.ts';
import type { Tracer } from '../ports/telemetry/tracer.ts';

/** Undefined, and nothing of OpenTelemetry is loaded, where the operator named no collector. */
export const openTracer = async ({ traces }: Pick<Config, 'traces'>, version: string): Promise<Tracer | undefined> => {
  if (traces === null) return undefined;
  const { openTelemetryTracer } = await import('../observability/openTelemetry.ts');
  return openTelemetryTracer({ version, share: traces.share });
};
