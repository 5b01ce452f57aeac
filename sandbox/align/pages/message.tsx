/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Layout } from './layout';
import type { Site, Viewer } from './site';

/** A page that only says something: nothing here, or something went wrong. */
export function MessagePage(props: { site: Site; viewer: Viewer; title: string; text: string }) {
  return (
    <Layout site={props.site} viewer={props.viewer} title={props.title}>
      <div class="empty empty-page">
        <h1>{props.title}</h1>
        <p>{props.text}</p>
        <p>
          <a class="button" href="/">
            Go to the features
          </a>
        </p>
      </div>
    </Layout>
  );
}
