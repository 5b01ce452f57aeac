import type { ReactNode } from 'react';
import type { MappingOptions, ProjectMapping } from '../../../src/contract';
import { Card } from '../components/card';
import type { Finding } from './check-mapping';
import type { DraftStep } from './draft';
import { FindingList } from './finding-list';
import styles from './mapping.module.css';

/** What each part of the mapping form works with. */
export interface SectionProps {
  draft: ProjectMapping;
  options: MappingOptions;
  findings: readonly Finding[];
  change: (step: DraftStep) => void;
}

interface SectionFrameProps {
  title: string;
  help: string;
  findings?: readonly Finding[];
  children: ReactNode;
}

/** One part of the mapping form, with what is to be said about it. */
export function Section({ title, help, findings = [], children }: SectionFrameProps) {
  return (
    <Card title={title}>
      <div className={styles.section}>
        <p className={styles.help}>{help}</p>
        {children}
        <FindingList findings={findings} />
      </div>
    </Card>
  );
}
