import type { Issue } from '../../world/model';
import type { PageSite, Session } from '../session';

/** What every part of the issue page is drawn from. */
export interface IssueProps {
  site: PageSite;
  session: Session;
  issue: Issue;
  /** Whether the person may edit the issue. */
  editable: boolean;
}
