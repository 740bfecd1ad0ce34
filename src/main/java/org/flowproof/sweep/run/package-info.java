/** Judges the points of a sweep on several threads, each against its own clock. */
package org.flowproof.sweep.run;
