import { ExternalLink } from './external-link';
import styles from './issue-name.module.css';

interface IssueNameProps {
  issueKey: string;
  url: string | null;
  title: string | null;
}

/** An issue in a row: its key, which is the link when there is an address, and under it its title. */
export function IssueName({ issueKey, url, title }: IssueNameProps) {
  return (
    <>
      {url === null ? issueKey : <ExternalLink href={url}>{issueKey}</ExternalLink>}
      {title !== null && (
        <span className={styles.title} title={title}>
          {title}
        </span>
      )}
    </>
  );
}
