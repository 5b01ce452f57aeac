/**
 * What a page of the Jira stand-in tells `ForgeHost.mount` about the place where the app appears.
 *
 * The host trusts `accountId` as the page gives it: the sandbox is not a security boundary. In Jira
 * the session decides who the person is. The app's resolver still gets the account only the way it
 * does on Forge, as the principal of the invocation, never from what the frame sends.
 */
export interface MountOptions {
  moduleKey: string;
  accountId: string;
  colorMode: 'light' | 'dark';
  /** For example `en-US`. */
  locale: string;
  /**
   * `{type: 'jira:adminPage'}`, or with the issue or project at hand:
   * `{type: 'jira:issueContext', issue: {id, key, type, typeId}, project: {id, key, type}}`.
   */
  extension: Record<string, unknown>;
  /** Page of each module that `router.navigate({target: 'module'})` may go to. */
  moduleUrls?: Record<string, string>;
}

/** A mounted app. */
export interface MountedApp {
  setColorMode(mode: 'light' | 'dark'): void;
  unmount(): void;
}
