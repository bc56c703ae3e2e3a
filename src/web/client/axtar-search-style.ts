import { BOX_STYLE } from './axtar-search-box-style.js';
import { RESULTS_STYLE } from './axtar-search-results-style.js';

/**
 * The stylesheet of the element, one for all of them in a page. It comes with the script rather
 * than as a file: so both are of one version, and a page's policy needs to allow no style.
 */
export const styleSheet = new CSSStyleSheet();
styleSheet.replaceSync(BOX_STYLE + RESULTS_STYLE);
