import Button from '@atlaskit/button/new';
import BackIcon from '@atlaskit/icon/core/arrow-left';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ProjectMapping } from '../../../src/contract';
import { Blank } from '../components/blank';
import { ListState } from '../components/list-state';
import stack from '../components/stack.module.css';
import { call } from '../platform/call';
import { useText } from '../texts/use-text';
import styles from './mapping.module.css';
import { MappingForm } from './mapping-form';

interface MappingEditorProps {
  projectId: string;
  go: (path: string) => void;
  /** Called when a project that had no mapping has one now, and is synced. */
  onMapped: (mapping: ProjectMapping) => void;
}

/** Loads what one project can be mapped to, and lets the admin edit its mapping. */
export function MappingEditor({ projectId, go, onMapped }: MappingEditorProps) {
  const text = useText();
  const top = useRef<HTMLDivElement>(null);
  const query = useQuery({
    queryKey: ['mapping', projectId],
    queryFn: () => call('getMapping', { projectId }),
    // A refresh under the person's hands would throw the draft away.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  useEffect(() => top.current?.focus(), []);
  const back = () => go('/projects');
  const options = query.data;
  return (
    <div ref={top} tabIndex={-1} className={`${stack.stack} ${styles.editor}`}>
      <div>
        <Button appearance="subtle" spacing="compact" iconBefore={BackIcon} onClick={back}>
          {text('mapping.back')}
        </Button>
      </div>
      <ListState
        query={query}
        isEmpty={options?.mapping === null}
        onConnect={() => go('/connection')}
        rowHeight={96}
        blank={
          <Blank
            title={text('mapping.noPrograms')}
            body={text('mapping.noPrograms.body')}
            action={<Button onClick={back}>{text('mapping.back')}</Button>}
          />
        }
      >
        {options?.mapping && (
          <MappingForm
            key={query.dataUpdatedAt}
            options={options}
            initial={options.mapping}
            onClose={back}
            onSaved={(saved) => {
              if (!options.saved && saved.enabled) onMapped(saved);
              back();
            }}
            onReload={() => void query.refetch()}
          />
        )}
      </ListState>
    </div>
  );
}
