import type { Flags, FlagOptions } from './flags';
import type { AppFrame, Operate } from './frame';
import { type ModalOptions, openModal } from './modal';
import { navigate, type NavigationRequest, urlOf } from './navigation';
import type { PageHistory } from './page-history';
import { askHost } from './server';
import type { Subscriptions } from './subscriptions';

/** What the operations of one mounted app share. */
export interface MountState {
  element: HTMLElement;
  frames: Set<AppFrame>;
  flags: Flags;
  history: PageHistory;
  events: Subscriptions;
  publicEvents: Subscriptions;
  realtime: Subscriptions;
}

type Operation = (state: MountState, frame: AppFrame, payload: never) => unknown;

interface EventPayload {
  event: string;
  payload: unknown;
  callback: (payload: unknown) => unknown;
}
interface ChannelPayload {
  channelName: string;
  eventPayload: unknown;
  onEvent: (payload: unknown) => unknown;
}

let realtimeEvents = 0;

/** The operations of @forge/bridge 7.2 that the page answers itself. */
const OPERATIONS: Record<string, Operation> = {
  getContext: (_state, frame) => frame.context,
  getFrameId: (_state, frame) => frame.id,
  enableTheming: (_state, frame) => frame.enableTheming(),
  height: (_state, frame, height: number) => void (frame.iframe.style.height = `${height}px`),
  historyStart: ({ history }) => history.path(),
  historyMoved: ({ history }, _frame, moved: { path: string; action: string }) =>
    history.moved(moved.path, moved.action),
  showFlag: ({ flags }, _frame, options: FlagOptions) => flags.show(options),
  closeFlag: ({ flags }, _frame, { id }: FlagOptions) => flags.close(String(id)),
  navigate: (_state, { mount }, request: NavigationRequest) => navigate(request, mount),
  getUrl: (_state, { mount }, request: NavigationRequest) => urlOf(request, mount),
  reload: () => location.reload(),
  openModal: (state, frame, options: ModalOptions) => {
    state.frames.add(openModal(frame, options, operate(state)));
    return true;
  },
  close: (state, frame, payload: unknown) => closeFrame(state, frame, payload),
  submit: (state, frame, payload: unknown) => closeFrame(state, frame, payload),
  onClose: (_state, frame, callback: () => unknown) => {
    if (!frame.close) return false;
    frame.beforeClose = callback;
    return true;
  },
  refresh: ({ element }, _frame, payload: unknown) => {
    element.dispatchEvent(
      new CustomEvent('forge-host:refresh', { bubbles: true, detail: payload }),
    );
    return true;
  },
  on: ({ events }, _frame, { event, callback }: EventPayload) => events.subscribe(event, callback),
  emit: ({ events }, _frame, { event, payload }: EventPayload) => events.publish(event, payload),
  onPublic: ({ publicEvents }, _frame, { event, callback }: EventPayload) =>
    publicEvents.subscribe(event, callback),
  emitPublic: ({ publicEvents }, _frame, { event, payload }: EventPayload) =>
    publicEvents.publish(event, payload),
  subscribeRealtimeChannel: ({ realtime }, _frame, { channelName, onEvent }: ChannelPayload) =>
    realtime.subscribe(channelName, onEvent),
  publishRealtimeChannel: ({ realtime }, _frame, { channelName, eventPayload }: ChannelPayload) => {
    realtime.publish(channelName, eventPayload);
    return { eventId: String((realtimeEvents += 1)), eventTimestamp: String(Date.now()) };
  },
  changeWindowTitle: (_state, _frame, title: string) => void (document.title = title),
  emitReadyEvent: () => true,
  isRovoEnabled: () => false,
  openRovo: () => false,
};

/** Answers what an app's frame asks: here, or by the host, which refuses what it does not know. */
export function operate(state: MountState): Operate {
  return (frame, op, payload) => {
    const operation = Object.hasOwn(OPERATIONS, op) ? OPERATIONS[op] : undefined;
    if (operation) return operation(state, frame, payload as never);
    return askHost(op, { ...frame.mount, extension: frame.context.extension }, payload);
  };
}

function closeFrame(state: MountState, frame: AppFrame, payload: unknown): boolean {
  if (!frame.close) return false;
  state.frames.delete(frame);
  frame.close(payload);
  return true;
}
