/** LaTeX appendices with figures, bibliography and manifest. */
package org.flowproof.report;
