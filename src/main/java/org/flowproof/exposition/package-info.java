/** Claims and derivations as mathematical prose, for the terminal and for LaTeX alike. */
package org.flowproof.exposition;
