/** The flow out of zero weights: its linear part there, and the limit of ever smaller starts. */
package org.flowproof.flow.origin;
