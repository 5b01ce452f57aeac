import * as identity from '../identity';
import type { Manifest, UiModule } from '../manifest';
import type { MountOptions } from './mount-options';

/** What the page knows about the person and the place. */
export type Place = Pick<MountOptions, 'colorMode' | 'locale' | 'extension'> & {
  accountId: string | undefined;
};

/** The context that a resolver gets; the resolver adds the principal's account itself. */
export function resolverContext(
  module: UiModule,
  siteUrl: string,
  { accountId, locale, extension }: Omit<Place, 'colorMode'>,
) {
  return {
    ...(accountId !== undefined && { accountId }),
    cloudId: identity.CLOUD_ID,
    moduleKey: module.key,
    localId: `${identity.CONTEXT_ARI}/${module.key}`,
    environmentId: identity.ENVIRONMENT_ID,
    environmentType: identity.ENVIRONMENT_TYPE,
    siteUrl,
    timezone: 'UTC',
    locale,
    extension: { type: module.type, ...extension },
  };
}

/** `FullContext` of @forge/bridge, as `view.getContext()` gives it to the app. */
export function fullContext(manifest: Manifest, module: UiModule, siteUrl: string, place: Place) {
  return {
    ...resolverContext(module, siteUrl, place),
    theme: themeState(place.colorMode),
    permissions: { scopes: [...manifest.scopes.keys()], external: manifest.external },
  };
}
export type FullContext = ReturnType<typeof fullContext>;

/** Theme of an Atlassian page in one colour mode. */
export function themeState(colorMode: MountOptions['colorMode']) {
  return {
    colorMode,
    light: 'light',
    dark: 'dark',
    spacing: 'spacing',
    typography: 'typography',
    shape: 'shape',
    motion: 'motion',
  };
}
