/** What of Decap’s configuration the room uses (decap-cms-core 3.x, `actions/config`). */
export interface DecapConfig {
  backend: Readonly<Record<string, unknown>>;
  publish_mode: 'simple' | 'editorial_workflow';
  locale: string;
  media_folder: string;
  show_preview_links: boolean;
  slug: { encoding: 'ascii'; clean_accents: boolean; sanitize_replacement: string };
  collections: DecapCollection[];
}

/** A field that lists can be sorted by; one may sort them from the beginning. */
export type SortableField = string | { field: string; default_sort: 'asc' | 'desc' };

export interface DecapCollection {
  name: string;
  label: string;
  label_singular: string;
  folder: string;
  extension: 'md' | 'yaml';
  format: string;
  create: boolean;
  delete: boolean;
  publish: boolean;
  slug: string;
  path?: string;
  media_folder: string;
  public_folder: string;
  identifier_field: string;
  summary: string;
  sortable_fields: SortableField[];
  filter?: { field: string; value: string };
  view_filters?: { label: string; field: string; pattern: string }[];
  fields: DecapField[];
}

/** A field of a form; further options are the widget’s own. */
export interface DecapField {
  name: string;
  label: string;
  widget: string;
  required: boolean;
  hint?: string;
  pattern?: [string, string];
  fields?: DecapField[];
  field?: DecapField;
  [option: string]: unknown;
}
