/**
 * The integrator for smooth networks on long horizons: implicit, so that its steps follow the slow
 * motion along a set of zero loss and not the fast decay towards it.
 */
package org.flowproof.flow.stiff;
