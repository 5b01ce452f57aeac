const ALIGN_HOST = /^https:\/\/[a-z0-9-]+\.jiraalign\.com(?=\/|$)/i;

/**
 * Where a web link leads in the sandbox: Jira Align's own addresses to the Align stand-in beside
 * this site, others where they say. What is not a web address leads nowhere.
 */
export function webAddress(url: string, alignUrl: string | undefined): string | undefined {
  if (!/^https?:\/\//i.test(url)) return undefined;
  return alignUrl === undefined ? url : url.replace(ALIGN_HOST, alignUrl);
}
