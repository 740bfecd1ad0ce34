/**
 * Where a flow goes as time tends to infinity: the frozen problem at the end of a run, a bound on
 * the path that remains, and the check that no activation pattern changes along it.
 */
package org.flowproof.flow.limit;
