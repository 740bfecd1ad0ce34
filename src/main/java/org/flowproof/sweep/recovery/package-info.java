/** Maps of recovery: where verdicts change along an axis, and how that compares to publications. */
package org.flowproof.sweep.recovery;
