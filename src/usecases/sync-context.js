import { ConfigurationError, TokenRefusedError } from '../domain/errors';
export async function openSync(deps, hint, attempt) {
  const startedAt = deps.now();
  const connection = await requireConnection(deps);
  if (connection.status === 'token-refused') {
    throw new TokenRefusedError('align', {
      code: 'ALIGN_TOKEN_REFUSED',
      message: `Jira Align (${connection.site}) did not accept the API token.`,
      remedy:
        'Enter a new API token on the Connection tab of the admin page. Everything that waits then goes on where it stopped.',
    });
  }
  return { deps, hint, connection, align: await deps.align(connection), attempt, startedAt };
}
export async function requireConnection(deps) {
  const connection = await deps.settings.connection();
  if (connection === null) {
    throw new ConfigurationError({
      code: 'NOT_CONNECTED',
      message: 'The app is not connected to Jira Align.',
      remedy: 'Connect it on the Connection tab of the admin page.',
    });
  }
  return connection;
}
