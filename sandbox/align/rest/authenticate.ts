import type { MiddlewareHandler } from 'hono';
import type { AlignWorld } from '../world/world';
import type { RestEnv } from './context';
import { HttpProblem } from './problem';

/**
 * Finds out whose token a request carries: `bearer user:<uid>|<secret>`, Jira Align's own personal
 * token, or Basic with an e-mail address and an Atlassian API token.
 */
export function authenticate(world: AlignWorld): MiddlewareHandler<RestEnv> {
  return async (c, next) => {
    const uid = ownerOf(world, c.req.header('Authorization') ?? '');
    if (uid === undefined) {
      throw new HttpProblem(401, 'The token is missing, wrong or expired.');
    }
    c.set('uid', uid);
    await next();
  };
}

function ownerOf({ tokens, people }: AlignWorld, header: string): string | undefined {
  const [, personalUid, secret] = /^bearer user:([^|]+)\|(\S+)$/i.exec(header) ?? [];
  if (personalUid && secret) return tokens.owner('personal', personalUid, secret);
  const [, encoded] = /^basic (\S+)$/i.exec(header) ?? [];
  if (!encoded) return undefined;
  const [email = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const person = people.byEmail(email);
  return person && tokens.owner('atlassian', person.uid, rest.join(':'));
}
