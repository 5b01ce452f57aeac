import Button from '@atlaskit/button/new';
import type { ConnectionView, PausedProject } from '../../../src/contract';
import { Message } from '../components/message';
import { Ago } from '../components/when';
import { useText } from '../texts/use-text';
import styles from './connection.module.css';
import { usePause } from './use-pause';

/** What is paused: since when, by whom, why, and how it goes on. */
export function PauseNotices({ connection }: { connection: ConnectionView }) {
  const text = useText();
  const pause = usePause();
  const { paused, pausedProjects } = connection;
  return (
    <>
      {paused && (
        <Message look="warning" title={text('pause.all')}>
          <p>
            {paused.by && text('pause.by', { name: paused.by.name })} <Ago at={paused.at} />.{' '}
            {text('pause.all.body')}
          </p>
          <div className={styles.inline}>
            <Button onClick={() => pause.take({ step: 'resumeAll' })} isDisabled={pause.isWorking}>
              {text('pause.resumeAll')}
            </Button>
          </div>
        </Message>
      )}
      {pausedProjects.map((project) => (
        <ProjectNotice key={project.projectId} project={project} pause={pause} />
      ))}
    </>
  );
}

interface ProjectNoticeProps {
  project: PausedProject;
  pause: ReturnType<typeof usePause>;
}

function ProjectNotice({ project, pause }: ProjectNoticeProps) {
  const text = useText();
  const { projectId, projectName, problem, removals, at } = project;
  const isQuestion = problem.code === 'MASS_REMOVAL';
  const answer = (apply: boolean) => pause.take({ step: 'confirmRemovals', projectId, apply });
  return (
    <Message look="warning" title={text('pause.project', { name: projectName })}>
      <p>
        {problem.message} <Ago at={at} />
      </p>
      {isQuestion && <p>{text('pause.removals', { count: removals })}</p>}
      <p>{isQuestion ? text('pause.removals.help') : problem.remedy}</p>
      <div className={styles.inline}>
        {isQuestion ? (
          <>
            <Button onClick={() => answer(true)} isDisabled={pause.isWorking}>
              {text('pause.removals.apply')}
            </Button>
            <Button onClick={() => answer(false)} isDisabled={pause.isWorking}>
              {text('pause.removals.unlink')}
            </Button>
          </>
        ) : (
          <Button
            onClick={() => pause.take({ step: 'resumeProject', projectId })}
            isDisabled={pause.isWorking}
          >
            {text('pause.resumeProject')}
          </Button>
        )}
      </div>
    </Message>
  );
}
