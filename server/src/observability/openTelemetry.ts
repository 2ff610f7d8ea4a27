import { AsyncLocalStorage } from 'node:async_hooks';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TracerProvider,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';
import type { Tracer } from '../ports/telemetry/tracer.ts';

export interface OpenTelemetryOptions {
  readonly version: string;
  /** Of all traces, between 0 and 1. */
  readonly share: number;
}

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL } as const;

/**
 * Sends spans by OTLP over HTTP to where OTEL_EXPORTER_OTLP_ENDPOINT says, in batches and beside the work: a collector that is
 * away costs spans and nothing else. Where, with which headers and under which name is read by OpenTelemetry's own packages.
 * https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
export const openTelemetryTracer = ({ version, share }: OpenTelemetryOptions): Tracer => {
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'undersign', 'service.version': version }))
      .merge(detectResources({ detectors: [envDetector] })),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const tracer = provider.getTracer('undersign', version);
  const current = new AsyncLocalStorage<Context>();
  return {
    begin: (name, kind, attributes) => {
      const parent = current.getStore() ?? ROOT_CONTEXT;
      const span = tracer.startSpan(name, { kind: kinds[kind], attributes }, parent);
      return {
        within: (work) => current.run(trace.setSpan(parent, span), work),
        end: ({ name: known, attributes: more, failed }) => {
          if (known !== undefined) span.updateName(known);
          span.setAttributes(failed === undefined ? more : { ...more, 'error.type': failed });
          if (failed !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    close: () => provider.shutdown().catch(() => undefined),
  };
};
