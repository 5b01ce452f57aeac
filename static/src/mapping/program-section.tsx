import { AppSelect } from '../components/app-select';
import labels from '../components/label.module.css';
import { useId } from 'react';
import { useText } from '../texts/use-text';
import styles from './mapping.module.css';
import { Section, type SectionProps } from './section';

/** Chooses the Align program whose items the project's issues are kept in step with. */
export function ProgramSection({ draft, options, change }: SectionProps) {
  const text = useText();
  const id = useId();
  const chosen = options.programs.find((program) => program.id === draft.programId);
  return (
    <Section title={text('mapping.program')} help={text('mapping.program.help')}>
      <div className={styles.single}>
        <label htmlFor={id} className={labels.label}>
          {text('mapping.program.label')}
        </label>
        <AppSelect<{ id: number; title: string }>
          inputId={id}
          options={options.programs}
          value={chosen ?? { id: draft.programId, title: draft.programName }}
          getOptionLabel={({ title }) => title}
          getOptionValue={(program) => String(program.id)}
          onChange={(program) => {
            if (program) change({ step: 'program', ...program });
          }}
        />
      </div>
    </Section>
  );
}
