import { useCallback, useEffect, useReducer, useRef, type RefObject } from 'react';
import type { StandInMail } from '../../office/standIn/standInMail.ts';
import { CONNECT, type FromFrame, type LaunchEventName, type TimedStep, type ToFrame } from './frame/frameMessages.ts';

/** What the handler did for the mail on the screen. */
export interface HandlerRun {
  readonly phase: 'loading' | 'broken' | 'running' | 'done';
  readonly steps: readonly TimedStep[];
  /** What stands in the mail's signature now. */
  readonly signature: string;
}

interface State extends HandlerRun {
  readonly runId: number;
}

type Action = { type: 'started'; runId: number; event: LaunchEventName } | FromFrame;

const nothing: State = { phase: 'loading', steps: [], signature: '', runId: 0 };

function addStep(state: State, step: TimedStep): State {
  const steps = [...state.steps, step];
  if (step.kind === 'signatureSet') return { ...state, steps, signature: step.content };
  return step.kind === 'completed' ? { ...state, steps, phase: 'done' } : { ...state, steps };
}

/** A changed sender keeps the mail and what is in it; every other start opens an empty one. */
function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'started': {
      const signature = action.event === 'onMessageFromChanged' ? state.signature : '';
      const phase = state.phase === 'broken' ? 'broken' : 'running';
      return { phase, steps: [], signature, runId: action.runId };
    }
    case 'step':
      return action.runId === state.runId ? addStep(state, action.step) : state;
    case 'broken':
      return { ...state, phase: 'broken' };
    case 'ready':
      return state.phase === 'broken' ? { ...state, phase: 'running' } : state;
    case 'needToken':
      return state;
  }
}

/** After this a frame that says nothing is taken for broken; one that is only slow may still say hello. */
const LOADING_MS = 10_000;

interface Connection {
  readonly port: MessagePort;
  readonly close: () => void;
}

function openConnection(frame: Window, receive: (message: FromFrame) => void): Connection {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', ({ data }: MessageEvent<FromFrame>) => receive(data));
  port1.start();
  frame.postMessage(CONNECT, window.location.origin, [port2]);
  return { port: port1, close: () => port1.close() };
}

export interface EventHandlerHost {
  readonly frameRef: RefObject<HTMLIFrameElement | null>;
  /** For the frame's `onLoad`. */
  readonly connect: () => void;
  readonly run: HandlerRun;
  /** Fires an event for a mail; before the handler is loaded, the newest one waits for it. */
  readonly start: (event: LaunchEventName, mail: StandInMail) => void;
}

/** Hosts the built event handler in a frame. `getToken` rejects when the person has to sign in first. */
export function useEventHandler(getToken: () => Promise<string>): EventHandlerHost {
  const [run, dispatch] = useReducer(reduce, nothing);
  const frameRef = useRef<HTMLIFrameElement>(null);
  const connection = useRef<Connection | null>(null);
  const isReady = useRef(false);
  const patience = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastStart = useRef<Extract<ToFrame, { type: 'start' }> | null>(null);

  const receive = useCallback(
    (message: FromFrame) => {
      const post = (answer: ToFrame): void => connection.current?.port.postMessage(answer);
      dispatch(message);
      if (message.type === 'ready') {
        isReady.current = true;
        if (lastStart.current) post(lastStart.current);
      }
      if (message.type === 'needToken') {
        const { requestId } = message;
        getToken().then(
          (token) => post({ type: 'token', requestId, token }),
          () => post({ type: 'token', requestId, token: null }),
        );
      }
    },
    [getToken],
  );

  const connect = useCallback(() => {
    const frame = frameRef.current?.contentWindow;
    connection.current?.close();
    isReady.current = false;
    connection.current = frame ? openConnection(frame, receive) : null;
    clearTimeout(patience.current);
    patience.current = setTimeout(() => {
      if (!isReady.current) dispatch({ type: 'broken' });
    }, LOADING_MS);
  }, [receive]);

  useEffect(
    () => () => {
      clearTimeout(patience.current);
      connection.current?.close();
    },
    [],
  );

  const start = useCallback((event: LaunchEventName, mail: StandInMail) => {
    const runId = (lastStart.current?.runId ?? 0) + 1;
    lastStart.current = { type: 'start', runId, event, mail };
    dispatch({ type: 'started', runId, event });
    if (isReady.current) connection.current?.port.postMessage(lastStart.current);
  }, []);

  return { frameRef, connect, run, start };
}
