const INLINE = [
  'text',
  'hardBreak',
  'emoji',
  'mention',
  'date',
  'status',
  'inlineCard',
  'mediaInline',
  'placeholder',
  'inlineExtension',
];
const LISTS = ['bulletList', 'orderedList', 'taskList', 'decisionList'];
const MEDIA = ['mediaSingle', 'mediaGroup'];
const CARDS = ['blockCard', 'embedCard'];
const EXTENSIONS = ['extension', 'bodiedExtension'];
const TEXT_BLOCKS = ['paragraph', 'heading', 'codeBlock', 'blockquote', 'panel', 'rule'];
const BLOCKS = [...TEXT_BLOCKS, ...LISTS, ...MEDIA, ...CARDS, ...EXTENSIONS];

/**
 * Which nodes each node may hold, after the published ADF JSON schema
 * (unpkg.com/@atlaskit/adf-schema, dist/json-schema/v1/full.json). A node type that is not a key
 * here is unknown to Jira.
 */
export const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  doc: [...BLOCKS, 'table', 'expand', 'layoutSection'],
  paragraph: INLINE,
  heading: INLINE,
  blockquote: ['paragraph', 'bulletList', 'orderedList', 'codeBlock', ...MEDIA, 'extension'],
  panel: [
    'paragraph',
    'heading',
    'bulletList',
    'orderedList',
    'taskList',
    'decisionList',
    'codeBlock',
    'rule',
    'blockCard',
    ...MEDIA,
    'extension',
  ],
  codeBlock: ['text'],
  rule: [],
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: ['paragraph', 'bulletList', 'orderedList', 'taskList', 'codeBlock', 'mediaSingle'],
  taskList: ['taskItem', 'blockTaskItem', 'taskList'],
  taskItem: INLINE,
  blockTaskItem: ['paragraph', 'extension'],
  decisionList: ['decisionItem'],
  decisionItem: INLINE,
  table: ['tableRow'],
  tableRow: ['tableCell', 'tableHeader'],
  tableCell: [...BLOCKS, 'nestedExpand'],
  tableHeader: [...BLOCKS, 'nestedExpand'],
  expand: [...BLOCKS, 'table', 'nestedExpand'],
  nestedExpand: BLOCKS,
  layoutSection: ['layoutColumn'],
  layoutColumn: [...BLOCKS, 'table', 'expand'],
  mediaSingle: ['media', 'caption'],
  mediaGroup: ['media'],
  caption: INLINE,
  media: [],
  mediaInline: [],
  blockCard: [],
  embedCard: [],
  inlineCard: [],
  extension: [],
  bodiedExtension: [...BLOCKS, 'table'],
  inlineExtension: [],
  text: [],
  hardBreak: [],
  emoji: [],
  mention: [],
  date: [],
  status: [],
  placeholder: [],
};

/** Nodes that are meaningless without one or more children. */
export const NEEDS_CONTENT: readonly string[] = [
  'bulletList',
  'orderedList',
  'listItem',
  'taskList',
  'decisionList',
  'table',
  'blockquote',
  'panel',
];

/** Attributes without which Jira cannot draw the node. */
export const REQUIRED_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  heading: ['level'],
  panel: ['panelType'],
  emoji: ['shortName'],
  mention: ['id'],
  date: ['timestamp'],
  status: ['text', 'color'],
  taskList: ['localId'],
  taskItem: ['localId', 'state'],
  media: ['type'],
};

export const MARKS: readonly string[] = [
  'strong',
  'em',
  'code',
  'strike',
  'underline',
  'link',
  'subsup',
  'textColor',
  'backgroundColor',
  'annotation',
  'alignment',
  'indentation',
  'border',
  'breakout',
  'fragment',
  'dataConsumer',
];

/** Marks that may stand beside `code`. */
export const BESIDE_CODE: readonly string[] = ['code', 'link', 'annotation'];
