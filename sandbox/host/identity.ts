/**
 * Who and where the installation is. The same on every start, so that stored state keeps its
 * meaning and two sandboxes can be compared.
 */
export const CLOUD_ID = '11223344-a1b2-4c3d-8e9f-0123456789ab';
export const CONTEXT_ARI = `ari:cloud:jira::site/${CLOUD_ID}`;
export const INSTALLATION_ID = '5d0c2f0e-6f5b-4a5e-9a40-1c8f1b3d7a11';
export const ENVIRONMENT_ID = 'b7c1a5a2-0d4e-4f4b-8d43-2f6e9c0b5d22';
export const ENVIRONMENT_TYPE = 'DEVELOPMENT';
export const APP_VERSION = '1.0.0';
/** The account that Jira shows when the app acts as itself (`asApp()`). */
export const APP_ACCOUNT_ID = '712020:align-connector-app';
