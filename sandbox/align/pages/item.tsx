/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { ITEM_TYPES } from '../item-types';
import { isJsonObject } from '../json';
import type { AlignItem } from '../world/item';
import type { FieldProblem } from '../world/refusal';
import { AuditTab } from './audit-tab';
import { MainFields, SideFields } from './fields';
import { OutIcon, TypeIcon } from './icons';
import { isJiraIssue, jiraLinkOf } from './jira-link';
import { Layout } from './layout';
import { PersonName, StateChip, Time } from './parts';
import type { Site, Viewer } from './site';

interface ItemProps {
  site: Site;
  viewer: Viewer;
  item: AlignItem;
  tab: 'details' | 'audit';
  version: string;
  problems?: readonly FieldProblem[];
}

/** An item: its fields to edit, its way to Jira, its history. */
export function ItemPage({ site, viewer, item, tab, version, problems }: ItemProps) {
  const { type, id, fields } = item;
  const entries = site.world.auditLog(type, id);
  const address = `/item/${type}/${id}`;
  const title = `${ITEM_TYPES[type].label} ${id} ${String(fields.title)}`;
  return (
    <Layout {...{ site, viewer, title, type, version }} watch={`${type}/${id}`}>
      <Head site={site} item={item} address={address} />
      <nav class="tabs" aria-label="Views of this item">
        <a href={address} aria-current={tab === 'details' ? 'page' : undefined}>
          Details
        </a>
        <a href={`${address}?tab=audit`} aria-current={tab === 'audit' ? 'page' : undefined}>
          Audit log{' '}
          <span class="badge" data-live="audit-count">
            {entries.length}
          </span>
        </a>
      </nav>
      {tab === 'audit' ? (
        <AuditTab site={site} entries={entries} />
      ) : (
        <Details site={site} item={item} address={address} problems={problems} />
      )}
    </Layout>
  );
}

function Head({ site, item, address }: { site: Site; item: AlignItem; address: string }) {
  const { type, id, fields, recycled } = item;
  const { label, collection, grid } = ITEM_TYPES[type];
  const canceled = Boolean(fields.isCanceled);
  const jira = jiraLinkOf(item, site.jiraUrl());
  return (
    <div data-live="head">
      <nav class="crumbs" aria-label="Breadcrumbs">
        <a href={`/${grid}`}>{collection}</a>
        <span aria-hidden="true">/</span>
        <span>{id}</span>
      </nav>
      <div class="item-head">
        <TypeIcon type={type} />
        <div class="item-name">
          <p>
            {label} {id} <StateChip type={type} state={fields.state ?? null} />
          </p>
          <h1>{String(fields.title)}</h1>
        </div>
        <div class="item-actions">
          {jira ? (
            <a class="button button-primary" href={jira.href} title={jira.key}>
              View in Jira <OutIcon />
            </a>
          ) : (
            <span class="none">Not linked to Jira</span>
          )}
          {!recycled && 'isCanceled' in fields && (
            <form method="post" action={`${address}/${canceled ? 'reinstate' : 'cancel'}`}>
              <button type="submit" class="button">
                {canceled ? 'Reinstate' : 'Cancel item'}
              </button>
            </form>
          )}
          {!recycled && (
            <form method="post" action={`${address}/recycle`}>
              <button type="submit" class="button">
                Recycle
              </button>
            </form>
          )}
        </div>
      </div>
      {canceled && (
        <div class="banner" role="note">
          <p>This {label.toLowerCase()} is canceled.</p>
        </div>
      )}
      {recycled && (
        <div class="banner" role="note">
          <p>This {label.toLowerCase()} is in the recycle bin. Restore it to edit it again.</p>
          <form method="post" action={`${address}/restore`}>
            <button type="submit" class="button">
              Restore
            </button>
          </form>
        </div>
      )}
    </div>
  );
}

function Details(props: {
  site: Site;
  item: AlignItem;
  address: string;
  problems?: readonly FieldProblem[];
}) {
  const { site, item, address, problems } = props;
  const shared = { site, type: item.type, values: item.fields, problems };
  return (
    <form method="post" action={address} data-item-form>
      <fieldset class="item-layout" disabled={item.recycled} data-item-fields>
        <legend class="visually-hidden">Fields</legend>
        <section class="card" aria-label="Content">
          <MainFields {...shared} />
        </section>
        <section class="card side" aria-label="Properties">
          <SideFields {...shared} />
          <Links item={item} />
          <Facts site={site} item={item} />
        </section>
      </fieldset>
      <div class="save-bar" data-save-bar>
        <p data-save-text>Changes are kept when you save.</p>
        <button type="button" class="button" data-discard hidden>
          Discard
        </button>
        <button type="submit" class="button button-primary" data-save>
          Save
        </button>
      </div>
    </form>
  );
}

/** The links that do not lead to a Jira issue; that one is the button at the top. */
function Links({ item }: { item: AlignItem }) {
  const all = Array.isArray(item.fields.links) ? item.fields.links.filter(isJsonObject) : [];
  const links = all.filter(({ link }) => !isJiraIssue(String(link)));
  return (
    <div class="links" data-live="links">
      {links.length > 0 && <h2>Links</h2>}
      <ul>
        {links.map(({ name, link }) => (
          <li>
            {/^https?:\/\//.test(String(link)) ? (
              <a href={String(link)}>{String(name ?? link)}</a>
            ) : (
              String(name ?? link)
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Facts({ site: { world }, item: { fields } }: { site: Site; item: AlignItem }) {
  return (
    <dl class="facts" data-live="facts">
      <dt>Created</dt>
      <dd>
        <PersonName people={world.people} uid={fields.createdBy ?? null} nobody="By nobody known" />
        <Time iso={fields.createDate ?? null} never="" />
      </dd>
      <dt>Updated</dt>
      <dd>
        {'lastUpdatedBy' in fields && fields.lastUpdatedBy !== null && (
          <PersonName people={world.people} uid={fields.lastUpdatedBy ?? null} nobody="" />
        )}
        <Time iso={fields.lastUpdatedDate ?? null} never="Never updated" />
      </dd>
    </dl>
  );
}
