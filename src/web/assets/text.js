/** Texts of the answer made fit to show. No HTML is ever parsed here. */

import { element } from './dom.js';
import { monthNames } from './messages.js';

const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

const unescape = (text) => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]);

/**
 * Nodes of an escaped text whose only tags are `<mark>` and `</mark>`; anything else stays text.
 * `'a &lt; <mark>b</mark>'` -> text `a < `, a mark element `b`.
 */
export function toMarkedNodes(escaped) {
  let marked = false;
  return escaped.split(/(<mark>|<\/mark>)/).flatMap((piece) => {
    if (piece === '<mark>' || piece === '</mark>') {
      marked = piece === '<mark>';
      return [];
    }
    const text = unescape(piece);
    return marked ? [element('mark', {}, text)] : [text];
  });
}

const BAKU_OFFSET_MS = 4 * 60 * 60 * 1000;

/**
 * A day as Azerbaijanis write it: `2025-10-23T17:08:00+04:00` -> `23 oktyabr 2025`.
 * A time with Baku's offset (+05:00 in the summers to 2015) is read as written, another is moved.
 */
export function formatDate(date) {
  const asWritten = /^\d{4}-\d\d-\d\d($|T.*\+0[45]:00$)/.test(date);
  const moved = asWritten ? undefined : new Date(Date.parse(date) + BAKU_OFFSET_MS);
  if (moved && Number.isNaN(moved.getTime())) return date;
  const [year, month, day] = (moved?.toISOString() ?? date).slice(0, 10).split('-');
  return `${Number(day)} ${monthNames()[month - 1] ?? month} ${year}`;
}

/** A count with its thousands apart: `13112` -> `13 112` (the space does not break). */
export const formatCount = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
