import * as z from 'zod/mini';
import type { Choice } from '../domain/choices';
import { choiceIn } from '../domain/fields/choice';
import { valuesInUseJql } from '../domain/jql';
import type { JiraPort } from '../domain/ports/jira';
import { parseAnswer } from './parse';
import { callJira, route, type JiraClient } from './request';

/** The largest page of a screen's fields. */
const FIELDS = 200;
const ISSUES = 50;

const Screen = z.object({
  fields: z.array(
    z.object({
      fieldId: z.optional(z.string()),
      key: z.optional(z.string()),
      allowedValues: z.optional(z.array(z.unknown())),
    }),
  ),
});
const Found = z.object({
  issues: z.array(z.object({ fields: z.record(z.string(), z.unknown()) })),
});

type Choices = Pick<JiraPort, 'screenChoices' | 'valuesInUse'>;

/** What fields of choices can hold. Each is read once for a client, which lives no longer than an invocation. */
export function choices(client: JiraClient): Choices {
  const screens = new Map<string, ReturnType<Choices['screenChoices']>>();
  const values = new Map<string, Promise<unknown[]>>();
  return {
    screenChoices(type) {
      const key = `${type.projectId} ${type.issueTypeId}`;
      const screen = screens.get(key) ?? readScreen(client, type);
      screens.set(key, screen);
      return screen;
    },

    valuesInUse(projectId, fieldId) {
      const key = `${projectId} ${fieldId}`;
      const found = values.get(key) ?? readValues(client, projectId, fieldId);
      values.set(key, found);
      return found;
    },
  };
}

async function readScreen(
  client: JiraClient,
  { projectId, issueTypeId }: { projectId: string; issueTypeId: string },
): Promise<ReadonlyMap<string, readonly Choice<string>[]>> {
  const response = await callJira(client, {
    route: route`/rest/api/3/issue/createmeta/${projectId}/issuetypes/${issueTypeId}?maxResults=${FIELDS}`,
    points: 2,
    // The project hides what it takes from an account that may not create issues there.
    allow: [404],
  });
  if (response.status === 404) return new Map();
  const { fields } = await parseAnswer('reading what the fields take', response, Screen);
  return new Map(
    fields.map(({ fieldId, key, allowedValues }) => [
      fieldId ?? key ?? '',
      (allowedValues ?? []).flatMap((value) => choiceIn(value) ?? []),
    ]),
  );
}

async function readValues(
  client: JiraClient,
  projectId: string,
  fieldId: string,
): Promise<unknown[]> {
  const response = await callJira(client, {
    route: route`/rest/api/3/search/jql`,
    method: 'POST',
    points: 1,
    body: { jql: valuesInUseJql(projectId, fieldId), maxResults: ISSUES, fields: [fieldId] },
  });
  const { issues } = await parseAnswer('searching issues', response, Found);
  client.count.jiraPoints += issues.length;
  return issues.map(({ fields }) => fields[fieldId] ?? null);
}
