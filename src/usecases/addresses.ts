import type { AlignType } from '../contract/common';
import { alignItemUrl } from '../domain/align-site';
import type { Connection } from '../domain/settings';
import { issueUrl } from '../domain/web-link';

/** Where a person opens the two sides; null for a side that is not known. */
export function addressesOf(
  item: { issueKey: string | null; alignType: AlignType | null; alignId: number | null },
  connection: Connection | null,
): { issueUrl: string | null; alignUrl: string | null } {
  const { issueKey, alignType, alignId } = item;
  if (connection === null) return { issueUrl: null, alignUrl: null };
  return {
    issueUrl: issueKey === null ? null : issueUrl(connection.jiraSiteUrl, issueKey),
    alignUrl:
      alignType === null || alignId === null
        ? null
        : alignItemUrl(connection.site, { type: alignType, id: alignId }),
  };
}
