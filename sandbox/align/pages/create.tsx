/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { ITEM_TYPES, type ItemType } from '../item-types';
import type { JsonObject } from '../json';
import type { FieldProblem } from '../world/refusal';
import { MainFields, SideFields } from './fields';
import { TypeIcon } from './icons';
import { Layout } from './layout';
import type { Site, Viewer } from './site';

/** The form that creates an item. */
export function CreatePage(props: {
  site: Site;
  viewer: Viewer;
  type: ItemType;
  values: JsonObject;
  problems?: readonly FieldProblem[];
}) {
  const { site, viewer, type, problems = [] } = props;
  const { label, grid, collection } = ITEM_TYPES[type];
  const title = `Create ${label.toLowerCase()}`;
  const shared = { site, type, values: props.values, problems };
  return (
    <Layout {...{ site, viewer, title, type }}>
      <nav class="crumbs" aria-label="Breadcrumbs">
        <a href={`/${grid}`}>{collection}</a>
        <span aria-hidden="true">/</span>
        <span>New</span>
      </nav>
      <div class="item-head">
        <TypeIcon type={type} />
        <div class="item-name">
          <h1>{title}</h1>
        </div>
      </div>
      {problems.length > 0 && (
        <div class="banner banner-problem" role="alert">
          <p>Nothing was created yet: {problems.map(({ message }) => message).join(' ')}</p>
        </div>
      )}
      <form method="post" action={`/create/${type}`}>
        <div class="item-layout">
          <section class="card" aria-label="Content">
            <MainFields {...shared} open />
          </section>
          <section class="card side" aria-label="Properties">
            <SideFields {...shared} />
          </section>
        </div>
        <div class="save-bar">
          <a class="button" href={`/${grid}`}>
            Cancel
          </a>
          <button type="submit" class="button button-primary">
            Create
          </button>
        </div>
      </form>
    </Layout>
  );
}
