/** The path with its ids left out, so that requests to one endpoint count together. */
export function endpointOf(path: string): string {
  return path
    .replace(/\/issue\/createmeta\/[^/]+\/issuetypes(\/[^/]+)?/, '/issue/createmeta/:id/issuetypes')
    .replace(/\/issue\/(?!createmeta|bulkfetch)[^/]+/, '/issue/:id')
    .replace(/\/(remotelink|properties|status)\/[^/]+$/, '/$1/:id')
    .replace(/\/issueLink\/[^/]+/, '/issueLink/:id')
    .replace(/\/board\/[^/]+/, '/board/:id')
    .replace(/\/project\/(?!search)[^/]+/, '/project/:id');
}

/** Id or key of the issue that a path is about, if it is about one. */
export function issueInPath(path: string): string | undefined {
  return /^\/rest\/api\/3\/issue\/(?!createmeta|bulkfetch)([^/]+)/.exec(path)?.[1];
}
