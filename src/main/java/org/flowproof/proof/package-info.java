/** Claims as they stand in files: statement, hypotheses, steps. */
package org.flowproof.proof;
