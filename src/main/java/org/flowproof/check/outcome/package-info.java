/** Where a run ends: its limit held against the fits that theory predicts. */
package org.flowproof.check.outcome;
